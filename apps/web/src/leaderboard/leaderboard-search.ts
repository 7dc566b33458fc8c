import { type PeriodSearch, periodSearchOf } from '../api/periods.js';
import { MEASURES, type Measure } from '../api/team.js';

/** What the screen shows, in the address; `turn`: one measure after another. */
export type LeaderboardSearch = PeriodSearch &
  Readonly<{ measure?: Measure | undefined; team?: string | undefined; turn?: boolean | undefined }>;

export const leaderboardSearchOf = (search: Readonly<Record<string, unknown>>): LeaderboardSearch => ({
  ...periodSearchOf(search),
  ...(MEASURES.some((measure) => measure === search.measure) && { measure: search.measure as Measure }),
  ...(typeof search.team === 'string' && search.team !== '' && { team: search.team }),
  ...(search.turn === true && { turn: true }),
});
