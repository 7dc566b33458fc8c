import type { Grain } from '../api/forecasts.js';
import { GRAINS } from '../api/periods.js';
import { textsIn } from '../shared/search-texts.js';

export const ENTRY_ROWS = ['entered', 'advanced', 'won', 'lost', 'open'] as const;
export type EntryRow = (typeof ENTRY_ROWS)[number];

/** What the funnel shows, in the address; `stage`, `row` and `cohort` say which deals are listed behind it. */
export type FunnelSearch = Readonly<{
  process?: string | undefined;
  team?: string | undefined;
  from?: string | undefined;
  by?: Grain | undefined;
  stage?: string | undefined;
  row?: EntryRow | undefined;
  cohort?: string | undefined;
}>;

export const funnelSearchOf = (search: Readonly<Record<string, unknown>>): FunnelSearch => {
  const by = GRAINS.find((grain) => grain === search.by);
  const row = ENTRY_ROWS.find((each) => each === search.row);
  return {
    ...textsIn(search, ['process', 'team', 'from', 'stage', 'cohort']),
    ...(by !== undefined && { by }),
    ...(row !== undefined && { row }),
    // A year is read from the address as a number.
    ...(typeof search.cohort === 'number' && { cohort: String(search.cohort) }),
  };
};
