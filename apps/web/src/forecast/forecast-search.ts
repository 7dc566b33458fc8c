import { COLUMNS, type Column, type Group } from '../api/forecasts.js';
import { type PeriodSearch, periodSearchOf } from '../api/periods.js';
import { textsIn } from '../shared/search-texts.js';

export const GROUPS = [
  'none',
  'owner',
  'team',
  'region',
  'product',
  'source',
  'industry',
] as const satisfies readonly Group[];

/**
 * What the page shows, in the address. `column`: the deals behind it are shown, those of the group `of`, those of none
 * (`ungrouped`), or all.
 */
export type ForecastSearch = PeriodSearch &
  Readonly<{
    group?: Group | undefined;
    owner?: string | undefined;
    team?: string | undefined;
    column?: Column | undefined;
    of?: string | undefined;
    ungrouped?: boolean | undefined;
  }>;

export const forecastSearchOf = (search: Readonly<Record<string, unknown>>): ForecastSearch => ({
  ...periodSearchOf(search),
  ...(GROUPS.some((dimension) => dimension === search.group) && { group: search.group as Group }),
  ...(COLUMNS.some((column) => column === search.column) && { column: search.column as Column }),
  ...(typeof search.of === 'number' && { of: String(search.of) }),
  ...(search.ungrouped === true && { ungrouped: true }),
  ...textsIn(search, ['of', 'owner', 'team']),
});
