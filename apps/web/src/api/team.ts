import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from './client.js';
import type { At } from './time.js';

export type Landing = Omit<Answer<'/api/rep-landings'>['items'][number], 'repId'>;
export type Performance = Answer<'/api/reps/{id}/performance'>;
export type Attainment = Answer<'/api/teams/{id}/attainment'>['attainments'][number];

/** A landing weighs every open deal by history: it is read anew by the clock, not at every change. */
const LANDING_ANEW_MS = 60_000;

/** Where a team, with those below it, will land against the quota, and why. */
export const teamLanding = (id: string, period: string, at: At) =>
  queryOptions({
    queryKey: ['landing', id, period, at],
    refetchInterval: at.asOf === undefined ? LANDING_ANEW_MS : false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answered(api.GET('/api/teams/{id}/landing', { params: { path: { id }, query: { ...at, period } }, signal })),
  });

/** So many reps are asked about at once. */
const REPS_AT_ONCE = 100;

/** The same of reps, by their ids: history is read once for a hundred of them. */
export const repLandings = (ids: readonly string[], period: string, at: At) =>
  queryOptions({
    queryKey: ['landings', ids, period, at],
    enabled: ids.length > 0,
    refetchInterval: at.asOf === undefined ? LANDING_ANEW_MS : false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const landings = new Map<string, Landing>();
      for (let first = 0; first < ids.length; first += REPS_AT_ONCE) {
        const query = { ...at, period, reps: ids.slice(first, first + REPS_AT_ONCE).join() };
        const { items } = await answered(api.GET('/api/rep-landings', { params: { query }, signal }));
        for (const { repId, ...landing } of items) landings.set(repId, landing);
      }
      return landings;
    },
  });

/** How much of its quotas a team, with those below it, has reached: of amounts, deals and activities. */
export const teamAttainment = (id: string, period: string, at: At) =>
  queryOptions({
    queryKey: ['attainment', id, period, at],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'activity', 'quota', 'rep', 'team'] : [] },
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answered(api.GET('/api/teams/{id}/attainment', { params: { path: { id }, query: { ...at, period } }, signal })),
  });

/** What a rep did and closed in a period. */
export const performance = (id: string, period: string, at: At) =>
  queryOptions({
    queryKey: ['performance', id, period, at],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'activity', 'quota'] : [] },
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answered(api.GET('/api/reps/{id}/performance', { params: { path: { id }, query: { ...at, period } }, signal })),
  });

export const MEASURES = ['wonAmount', 'wonDeals', 'winRate', 'activities', 'attainment'] as const;
export type Measure = (typeof MEASURES)[number];

/** Whose quotas the board of attainment is of. */
export const QUOTA_MEASURES = ['amount', 'deals', 'activities'] as const;
export type QuotaMeasure = (typeof QUOTA_MEASURES)[number];

type LeaderboardAsked = Readonly<{
  measure: Measure;
  quota: QuotaMeasure;
  period: string;
  team: string | undefined;
  at: At;
}>;

/** Also when nothing is announced: on a screen that nobody touches, the stream may have been cut. */
const LEADERBOARD_ANEW_MS = 30_000;

/** Reps by what they closed or did in a period. */
export const leaderboard = ({ measure, quota, period, team, at }: LeaderboardAsked) =>
  queryOptions({
    queryKey: ['leaderboard', measure, quota, period, team, at],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'activity', 'rep', 'team'] : [] },
    refetchInterval: at.asOf === undefined ? LEADERBOARD_ANEW_MS : false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = {
        ...{ ...at, period },
        ...(team !== undefined && { team }),
        ...(measure === 'attainment' && { measure: quota }),
      };
      return answered(api.GET('/api/leaderboards/{metric}', { params: { path: { metric: measure }, query }, signal }));
    },
  });
