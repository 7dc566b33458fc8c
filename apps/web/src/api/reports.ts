import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from './client.js';
import type { Kind } from './live-changes.js';
import { allPages } from './people.js';
import type { At } from './time.js';

export type Report = Answer<'/api/reports/{name}'>;
export type ReportName = Report['report'];
export type ReportGroup = Report['group'];
export type SecondGroup = NonNullable<Report['second']>;
/** What a row of either level has. */
export type Compared = Pick<Report['total'], 'values' | Comparison>;
export type ReportRow = Report['rows'][number];
export type InnerRow = NonNullable<ReportRow['within']>[number];
export type Measure = Report['measures'][number];
/** A number, an amount, or null: it cannot be told. */
export type Figure = NonNullable<Compared['values'][keyof Compared['values']]> | null;
export type SavedReport = Answer<'/api/saved-reports'>['items'][number];

export const COMPARISONS = ['previous', 'lastYear'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const DIMENSIONS = [
  'owner',
  'team',
  'region',
  'product',
  'model',
  'source',
  'industry',
  'customer',
  'process',
] as const satisfies readonly ReportGroup[];
export type Dimension = (typeof DIMENSIONS)[number];
export type Filter = Readonly<Partial<Record<Dimension, string>>>;

/** What a report is asked; without a period: all time, without a group: as the report has it. */
export type ReportAsked = Readonly<{
  name: ReportName;
  period?: string;
  group?: ReportGroup;
  second?: SecondGroup;
  compare?: Comparison | 'both';
  filter: Filter;
  at: At;
}>;

const CHANGES: readonly Kind[] = ['deal', 'rep', 'team', 'customer', 'product', 'process', 'quota', 'exchange_rate'];
const changing = ({ asOf }: At) => ({ changesWith: asOf === undefined ? CHANGES : [] });

const queryOf = ({ period, group, second, compare, filter, at }: ReportAsked) => ({
  ...filter,
  ...(period !== undefined && { period }),
  ...(group !== undefined && { group }),
  ...(second !== undefined && { second }),
  ...(compare !== undefined && { compare }),
  ...at,
});

/** The figures of a report, group by group. */
export const report = (asked: ReportAsked) =>
  queryOptions({
    queryKey: ['reports', asked],
    meta: changing(asked.at),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answered(
        api.GET('/api/reports/{name}', { params: { path: { name: asked.name }, query: queryOf(asked) }, signal }),
      ),
  });

/** Of one group, and of one within it; null: what is in none; undefined: of any. */
export type Behind = Readonly<{ of: string | null | undefined; ofSecond: string | null | undefined }>;

const partOf = ({ of, ofSecond }: Behind) => ({
  ...(of === null ? { ungrouped: 'true' as const } : of !== undefined && { of }),
  ...(ofSecond === null ? { secondUngrouped: 'true' as const } : ofSecond !== undefined && { ofSecond }),
});

/** The deals behind a row of a report, the largest first, page by page. */
export const reportDeals = (asked: ReportAsked, behind: Behind) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'deals', asked, behind],
    meta: changing(asked.at),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { compare: _, ...one } = asked;
      const query = { ...queryOf(one), ...partOf(behind), ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(api.GET('/api/reports/{name}/deals', { params: { path: { name: asked.name }, query }, signal }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const REPORT_FORMATS = ['csv', 'xlsx'] as const;

/** Where the report is as a file. */
export const reportFile = (asked: ReportAsked, format: (typeof REPORT_FORMATS)[number]): string =>
  `/api/reports/${asked.name}/file?${new URLSearchParams({ ...queryOf(asked), format })}`;

const SELDOM_MS = 5 * 60_000;

/** What deals have had of a dimension whose values are written freely: regions, sources, industries. */
export const valuesOf = (dimension: 'region' | 'source' | 'industry') =>
  queryOptions({
    queryKey: ['reports', 'values', dimension],
    staleTime: SELDOM_MS,
    queryFn: async () => {
      const params = { path: { name: 'pipeline-created' as const }, query: { group: dimension } };
      const { rows } = await answered(api.GET('/api/reports/{name}', { params }));
      return rows.flatMap(({ group }) => (group === null ? [] : [group])).sort();
    },
  });

/** What has been said of lost deals so far, the largest losses first. */
export const lossesBy = (said: 'lostReason' | 'competitor') =>
  queryOptions({
    queryKey: ['reports', 'losses', said],
    staleTime: SELDOM_MS,
    queryFn: async () => {
      const params = { path: { name: 'losses' as const }, query: { group: said } };
      const { rows } = await answered(api.GET('/api/reports/{name}', { params }));
      return rows.flatMap(({ group }) => (group === null ? [] : [group]));
    },
  });

export const savedReports = queryOptions({
  queryKey: ['saved-reports'],
  meta: { changesWith: ['saved-report'] satisfies readonly Kind[] },
  queryFn: () => allPages((query) => answered(api.GET('/api/saved-reports', { params: { query } }))),
});
