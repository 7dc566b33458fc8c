import type { ReportGroup, ReportName } from '../api/reports.js';

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
] as const satisfies readonly ReportName[];

export const GROUPS = [
  'none',
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
] as const satisfies readonly ReportGroup[];

export const COMPARE = ['none', 'previous', 'lastYear', 'both'] as const;
export type Compare = (typeof COMPARE)[number];

/** What follows each other by its own nature, and not by size. */
export const isOrdered = (group: ReportGroup): boolean =>
  group === 'age' || group === 'month' || group === 'quarter' || group === 'year';
