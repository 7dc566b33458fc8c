import { useQuery } from '@tanstack/react-query';
import type { Deal } from '../api/deals.js';
import { type Process, processes } from '../api/people.js';

/** The process that a deal goes through, as it is now. */
export const useProcessOf = ({ processId }: Pick<Deal, 'processId'>): Process | undefined =>
  useQuery(processes).data?.find(({ id }) => id === processId);
