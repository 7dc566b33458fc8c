import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from './client.js';

const company = queryOptions({
  queryKey: ['company'],
  // Until there is anything, its first record can come at any moment.
  staleTime: ({ state }) =>
    (state.data as Schemas['Company'] | undefined)?.recordedSince ? Number.POSITIVE_INFINITY : 0,
  meta: { changesWith: ['process'] },
  queryFn: () => answered(api.GET('/api/company')),
});

/** Currency, time zone and fiscal year; the shell shows a page only once they are known. */
export const useCompany = (): Schemas['Company'] => useSuspenseQuery(company).data;
