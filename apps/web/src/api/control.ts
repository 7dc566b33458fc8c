import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from './client.js';
import { allPages } from './people.js';

export type Rep = Answer<'/api/reps'>['items'][number];
export type Departure = Answer<'/api/reps/{id}/departure'>;
export type AuditEvent = Answer<'/api/audit'>['items'][number];

/** One rep, with their tokens. */
export const repById = (id: string) =>
  queryOptions({
    queryKey: ['reps', id],
    meta: { changesWith: ['rep'] },
    queryFn: () => answered(api.GET('/api/reps/{id}', { params: { path: { id } } })),
  });

/** Who takes over: by rule, or these people with their shares (`ann:3,bob:1`). */
export type Successors = Readonly<{ rule: 'manager' | 'team' }> | Readonly<{ successors: string }>;

/** What would go to whom. */
export const departurePreview = (id: string, query: Successors) =>
  queryOptions({
    queryKey: ['reps', id, 'departure-preview', query],
    meta: { changesWith: ['deal', 'customer', 'activity', 'rep'] },
    queryFn: () => answered(api.GET('/api/reps/{id}/departure/preview', { params: { path: { id }, query } })),
  });

const LOOK_EVERY_MS = 500;

/** How far a handover is, and its receipt. */
export const departureOf = (id: string) =>
  queryOptions({
    queryKey: ['reps', id, 'departure'],
    meta: { changesWith: ['rep'] },
    refetchInterval: ({ state }) => (state.data?.state === 'handingOver' ? LOOK_EVERY_MS : false),
    queryFn: () => answered(api.GET('/api/reps/{id}/departure', { params: { path: { id } } })),
  });

export const quotas = queryOptions({
  queryKey: ['quotas'],
  meta: { changesWith: ['quota'] },
  queryFn: () => allPages((query) => answered(api.GET('/api/quotas', { params: { query } }))),
});

/** What is sought in the log; each empty one is any. */
export type AuditSought = Readonly<{ actor: string; type: string; from: string; to: string }>;

/** Events of the log, newest first, page by page. */
export const auditLog = (sought: AuditSought) =>
  infiniteQueryOptions({
    queryKey: ['audit', sought],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const given = Object.fromEntries(Object.entries(sought).filter(([, value]) => value !== ''));
      const query = { ...given, limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(api.GET('/api/audit', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const PROJECTIONS_EVERY_MS = 2_000;

/** How far each read model is, looked at again and again. */
export const projectionStatuses = queryOptions({
  queryKey: ['projections'],
  meta: { changesWith: ['projection'] },
  refetchInterval: PROJECTIONS_EVERY_MS,
  queryFn: () => answered(api.GET('/api/projections')),
});
