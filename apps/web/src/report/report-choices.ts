import type { ReportGroup, ReportName, SecondGroup } from '../api/reports.js';

/** The reports, in the order in which they are offered. */
export const REPORTS = [
  'win-rate',
  'cycle',
  'velocity',
  'losses',
  'products-sold',
  'sources',
  'new-business',
  'pipeline-created',
  'ageing',
  'coverage',
  'slippage',
] as const satisfies readonly ReportName[];

/** What there can also be a second group of, within the first. */
export const SECOND_GROUPS = [
  'owner',
  'team',
  'region',
  'product',
  'model',
  'source',
  'industry',
  'customer',
  'process',
  'lostReason',
  'competitor',
  'business',
  'age',
  'month',
  'quarter',
  'year',
] as const satisfies readonly SecondGroup[];

export const GROUPS = ['none', ...SECOND_GROUPS] as const satisfies readonly ReportGroup[];

export const COMPARE = ['none', 'previous', 'lastYear', 'both'] as const;
export type Compare = (typeof COMPARE)[number];

/** What follows each other by its own nature, and not by size. */
export const isOrdered = (group: ReportGroup): boolean =>
  group === 'age' || group === 'month' || group === 'quarter' || group === 'year';
