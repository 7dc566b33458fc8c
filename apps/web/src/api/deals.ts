import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.js';
import type { At } from './time.js';

/** One deal, now or at another instant. */
export const dealById = (id: string, at: At = {}) =>
  queryOptions({
    queryKey: ['deals', id, at],
    meta: { changesWith: ['deal'] },
    queryFn: () => answered(api.GET('/api/deals/{id}', { params: { path: { id }, query: at } })),
  });
