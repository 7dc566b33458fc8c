import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from './client.js';
import type { Kind } from './live-changes.js';
import { allPages } from './people.js';

/** The rates of a currency in the company's, by the day from which on each holds. */
export type CurrencyRates = Answer<'/api/exchange-rates'>['items'][number];

const LIVE = { changesWith: ['exchange_rate'] satisfies readonly Kind[] };

export const exchangeRates = queryOptions({
  queryKey: ['exchange-rates'],
  meta: LIVE,
  queryFn: () => allPages((query) => answered(api.GET('/api/exchange-rates', { params: { query } }))),
});

/** A rate as somebody set it; `replaces`: the one that started on the same day so far. */
export type RateSet = Readonly<{ currency: string; base: string; from: string; rate: string; replaces: string | null }>;

/** Who set which rate when, the latest first, page by page: corrections too. */
export const ratesSet = infiniteQueryOptions({
  queryKey: ['exchange-rates', 'set'],
  meta: LIVE,
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => {
    const query = { type: 'exchange-rate-set.v1', ...(pageParam !== undefined && { cursor: pageParam }) };
    return answered(api.GET('/api/audit', { params: { query }, signal }));
  },
  getNextPageParam: ({ next }) => next ?? undefined,
});
