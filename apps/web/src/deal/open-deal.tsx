import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { DealSearch } from './deal-search.js';

// Most pages are looked at without one.
const DealDrawer = lazy(async () => ({ default: (await import('./deal-drawer.js')).DealDrawer }));

/** The panel of the deal that the address names. Once it was there it stays, to give the focus back when it closes. */
export const OpenDeal = () => {
  const { deal = null } = useSearch({ strict: false }) as DealSearch;
  const [wanted, setWanted] = useState(deal !== null);
  if (deal !== null && !wanted) setWanted(true);
  return <Suspense fallback={null}>{wanted && <DealDrawer dealId={deal} />}</Suspense>;
};
