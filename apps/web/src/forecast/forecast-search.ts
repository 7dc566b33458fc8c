import type { Group } from '../api/forecasts.js';
import { type PeriodSearch, periodSearchOf } from '../api/periods.js';

export const GROUPS = [
  'none',
  'owner',
  'team',
  'region',
  'product',
  'source',
  'industry',
] as const satisfies readonly Group[];

/** What the page shows, in the address. */
export type ForecastSearch = PeriodSearch & Readonly<{ group?: Group | undefined }>;

export const forecastSearchOf = (search: Readonly<Record<string, unknown>>): ForecastSearch => ({
  ...periodSearchOf(search),
  ...(GROUPS.some((dimension) => dimension === search.group) && { group: search.group as Group }),
});
