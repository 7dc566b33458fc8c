import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api, type Schemas } from './client.js';
import type { Kind } from './live-changes.js';
import type { At } from './time.js';

export type Grain = 'month' | 'quarter' | 'year';
export type Group = 'none' | 'owner' | 'team' | 'region' | 'product' | 'source' | 'industry';
export type ForecastRow = Answer<'/api/forecasts'>['rows'][number];

const SAID: readonly Kind[] = ['forecast-adjustment', 'forecast-submission'];
const FIGURES: readonly Kind[] = ['deal', 'quota', 'process', 'rep', 'team', 'exchange_rate', ...SAID];

/** Of one rep, or of one team with those below it; neither: of the company. */
export type Whose = Readonly<{ owner?: string; team?: string }>;

type ForecastAsked = Whose & Readonly<{ by: Grain; from: string; to: string; group?: Group; at?: At }>;

/** Closed business and the open pipeline by category, period by period. */
export const forecast = ({ by, from, to, group = 'none', owner, team, at = {} }: ForecastAsked) =>
  queryOptions({
    queryKey: ['forecast', by, from, to, group, owner, team, at],
    // A past day changes only by what is recorded later about it: a reload is soon enough.
    meta: { changesWith: at.asOf === undefined ? FIGURES : [] },
    queryFn: async ({ signal }) => {
      const whose = { ...(owner !== undefined && { owner }), ...(team !== undefined && { team }) };
      const query = { by, from, to, ...(group !== 'none' && { group }), ...whose, ...at };
      return (await answered(api.GET('/api/forecasts', { params: { query }, signal }))).rows;
    },
  });

/** What a row of the forecast has deals behind. */
export const COLUMNS = ['closed', 'commit', 'bestCase', 'pipeline', 'weighted'] as const;
export type Column = (typeof COLUMNS)[number];

type ForecastDealsAsked = Readonly<{
  period: string;
  column: Column;
  whose: Whose;
  /** Of one group only, or of none (null). */
  within: Readonly<{ group: Exclude<Group, 'none'>; of: string | null }> | null;
  at: At;
}>;

/** The row of a team has what its own reps have, without the teams below. */
const partOf = ({ group, of }: NonNullable<ForecastDealsAsked['within']>) =>
  of === null ? { ungrouped: group } : { [group === 'team' ? 'onlyTeam' : group]: of };

/** The deals behind a figure of the forecast, the largest first, page by page. */
export const forecastDeals = ({ period, column, whose, within, at }: ForecastDealsAsked) =>
  infiniteQueryOptions({
    queryKey: ['forecast', 'deals', period, column, whose, within, at],
    meta: { changesWith: at.asOf === undefined ? FIGURES : [] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const part = within && partOf(within);
      const query = { ...at, column, ...whose, ...part, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(api.GET('/api/forecasts/{period}/deals', { params: { path: { period }, query }, signal }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

type HistoryAsked = Readonly<{
  period: string;
  from: string;
  to: string;
  step: 'day' | 'week';
  whose: Whose;
  at: At;
}>;

/** How the forecast of one period stood at the end of each day, by what is known now or, if the page shows that, then. */
export const forecastHistory = ({ period, from, to, step, whose, at }: HistoryAsked) =>
  queryOptions({
    queryKey: ['forecast', 'history', period, from, to, step, whose, at],
    meta: { changesWith: at.asOf === undefined ? FIGURES : [] },
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { ...at, ...whose, from, to, step, known: at.knownAt === undefined ? 'now' : 'then' } as const;
      const params = { path: { period }, query };
      return (await answered(api.GET('/api/forecasts/{period}/history', { params, signal }))).points;
    },
  });

/** What is said of a period beside what its deals say: by managers, or by reps. */
export type CallKind = 'adjustment' | 'submission';

/** Somebody's word on the forecast of a rep or team, up to a category; `late`: after the deadline. Null: taken back. */
export type Call = Readonly<{
  id: string;
  category: 'pipeline' | 'bestCase' | 'commit';
  amount: Schemas['Money'] | null;
  note: string | null;
  by: string;
  at: string;
  late: boolean;
}> &
  (Readonly<{ ownerId: string }> | Readonly<{ teamId: string }>);

/** What was said last of each forecast of a period. */
export const calls = (kind: CallKind, period: string, at: At) =>
  queryOptions({
    queryKey: ['forecast', kind, period, at],
    meta: { changesWith: [`forecast-${kind}`] satisfies readonly Kind[] },
    queryFn: async (): Promise<readonly Call[]> => {
      const params = { path: { period }, query: { ...at, limit: 200 } };
      if (kind === 'submission') {
        return (await answered(api.GET('/api/forecasts/{period}/submissions', { params }))).items;
      }
      const { items } = await answered(api.GET('/api/forecasts/{period}/adjustments', { params }));
      return items.map((item) => ({ ...item, late: false }));
    },
  });
