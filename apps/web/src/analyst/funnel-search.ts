import type { Grain } from '../api/forecasts.js';
import { GRAINS } from '../api/periods.js';

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

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const funnelSearchOf = (search: Readonly<Record<string, unknown>>): FunnelSearch => {
  const { process, team, from, stage, cohort } = search;
  const by = GRAINS.find((grain) => grain === search.by);
  const row = ENTRY_ROWS.find((each) => each === search.row);
  return {
    ...(isText(process) && { process }),
    ...(isText(team) && { team }),
    ...(isText(from) && { from }),
    ...(by !== undefined && { by }),
    ...(isText(stage) && { stage }),
    ...(row !== undefined && { row }),
    // A year is read from the address as a number.
    ...((isText(cohort) || typeof cohort === 'number') && { cohort: String(cohort) }),
  };
};
