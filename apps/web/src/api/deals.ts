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
