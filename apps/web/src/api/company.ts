import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from './client.js';

const company = queryOptions({
  queryKey: ['company'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answered(api.GET('/api/company')),
});

/** Currency, time zone and fiscal year; the shell shows a page only once they are known. */
export const useCompany = (): Schemas['Company'] => useSuspenseQuery(company).data;
