import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.js';
import type { At } from './time.js';

const SUGGESTED = 8;

/** Customers whose name starts so, for a choice. */
export const customersLike = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'like', q],
    meta: { changesWith: ['customer'] },
    queryFn: async () => {
      const query = { limit: SUGGESTED, ...(q !== '' && { q }) };
      return (await answered(api.GET('/api/customers', { params: { query } }))).items;
    },
  });

/** All about one customer, now or at another instant. */
export const customerById = (id: string, at: At = {}) =>
  queryOptions({
    queryKey: ['customers', id, at],
    meta: { changesWith: ['customer', 'deal', 'activity'] },
    queryFn: () => answered(api.GET('/api/customers/{id}', { params: { path: { id }, query: at } })),
  });
