import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, answered, api, onceOnly } from './client.js';
import type { Kind } from './live-changes.js';

export type Notification = Answer<'/api/notifications'>['items'][number];

const LIVE = { changesWith: ['notification'] satisfies readonly Kind[] };

/** As many of them are counted one by one. */
export const MOST_COUNTED = 99;

/** What whoever is signed in has not read yet, the latest first. */
export const unreadNotifications = queryOptions({
  queryKey: ['notifications', 'unread'],
  meta: LIVE,
  queryFn: async () => {
    const query = { unread: 'true', limit: MOST_COUNTED + 1 } as const;
    return (await answered(api.GET('/api/notifications', { params: { query } }))).items;
  },
});

/** What whoever is signed in was told, the latest first, page by page. */
export const ownNotifications = (onlyUnread: boolean, limit: number) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', onlyUnread, limit],
    meta: LIVE,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit, ...(onlyUnread && { unread: 'true' as const }) };
      const params = { query: { ...query, ...(pageParam !== undefined && { cursor: pageParam }) } };
      return answered(api.GET('/api/notifications', { params, signal }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Marks them as read, one after the other. */
export const useReadNotifications = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) {
        const params = { path: { id }, header: onceOnly() };
        await answered(api.POST('/api/notifications/{id}/read', { params, body: {} }));
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
};
