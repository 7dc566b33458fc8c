import { useQuery } from '@tanstack/react-query';
import { dealById } from '../api/deals.js';
import type { At } from '../api/time.js';
import { DealLink } from './deal-link.js';

/** A deal of which only the id is known: its name, once that is there. */
export const NamedDeal = ({ dealId, at }: Readonly<{ dealId: string; at: At }>) => {
  const { data } = useQuery(dealById(dealId, at));
  return <DealLink dealId={dealId}>{data?.name ?? dealId}</DealLink>;
};
