import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { toDeal } from './deal-search.js';

/** Opens the panel of a deal over the page. */
export const DealLink = ({ dealId, children }: Readonly<{ dealId: string; children: ReactNode }>) => (
  <Link {...toDeal(dealId)} className="quiet-link" preload={false}>
    {children}
  </Link>
);
