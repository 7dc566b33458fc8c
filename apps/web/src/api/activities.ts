import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from './client.js';
import { allPages } from './people.js';
import type { At } from './time.js';

export type Activity = Answer<'/api/activities'>['items'][number];

/** What tasks are about. */
export type TasksOf = Readonly<{ customerId: string; dealId?: string }>;

const LAST = '9999-12-31';

/** What is still to be done about a customer, or about one deal of theirs, the most urgent first. */
export const openTasks = ({ customerId, dealId }: TasksOf, at: At) =>
  queryOptions({
    queryKey: ['activities', 'tasks', customerId, dealId, at],
    meta: { changesWith: ['activity'] },
    queryFn: async () => {
      const about = dealId === undefined ? { customerId } : { dealId };
      const tasks = await allPages((page) =>
        answered(api.GET('/api/activities', { params: { query: { ...at, ...page, ...about, kind: 'task' } } })),
      );
      return tasks
        .filter(({ state }) => state === 'open')
        .toSorted((a, b) => (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST) || a.at.localeCompare(b.at));
    },
  });

const AT_FIRST = 5;

/** What was done about a deal, the latest first, some at a time. */
export const dealActivities = (dealId: string, at: At) =>
  infiniteQueryOptions({
    queryKey: ['activities', 'of deal', dealId, at],
    meta: { changesWith: ['activity'] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { ...at, dealId, limit: AT_FIRST, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(api.GET('/api/activities', { params: { query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
