import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from './client.js';
import { latestWrite } from './latest-write.js';
import type { At } from './time.js';

/** A deal as it stands, or stood. */
export type Deal = Answer<'/api/deals/{id}'>;

/** One deal, now or at another instant. */
export const dealById = (id: string, at: At = {}) =>
  queryOptions({
    queryKey: ['deals', id, at],
    meta: { changesWith: ['deal'] },
    queryFn: () => {
      const after = at.asOf === undefined ? latestWrite.position : null;
      const query = { ...at, ...(after !== null && { after }) };
      return answered(api.GET('/api/deals/{id}', { params: { path: { id }, query } }));
    },
  });

type HistoryAsked = Readonly<{ deal: Pick<Deal, 'id' | 'customerId'>; at: At; language: 'en' | 'zh' }>;

/** What a deal went through, newest first, page by page. */
export const dealHistory = ({ deal: { id, customerId }, at, language }: HistoryAsked) =>
  infiniteQueryOptions({
    queryKey: ['deals', id, 'history', customerId, at, language],
    meta: { changesWith: ['deal'] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { ...at, language, deal: id, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(api.GET('/api/customers/{id}/timeline', { params: { path: { id: customerId }, query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What was true of a deal from when until when, as known from when until when. */
export type Span = Answer<'/api/deals/{id}/history'>['items'][number];

/** Every span of a deal, the latest first, what replaced another one above it. */
export const dealSpans = (id: string, at: At) =>
  queryOptions({
    queryKey: ['deals', id, 'spans', at],
    meta: { changesWith: ['deal'] },
    queryFn: async () => {
      const after = at.asOf === undefined ? latestWrite.position : null;
      const query = { ...at, ...(after !== null && { after }) };
      const { items } = await answered(api.GET('/api/deals/{id}/history', { params: { path: { id }, query } }));
      return items.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b.knownFrom.localeCompare(a.knownFrom));
    },
  });
