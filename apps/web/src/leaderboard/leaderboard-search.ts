import { type PeriodSearch, periodSearchOf } from '../api/periods.js';
import { MEASURES, type Measure, QUOTA_MEASURES, type QuotaMeasure } from '../api/team.js';
import { textsIn } from '../shared/search-texts.js';

/** What the screen shows, in the address; `turn`: one measure after another; `quota`: of what attainment is. */
export type LeaderboardSearch = PeriodSearch &
  Readonly<{
    measure?: Measure | undefined;
    quota?: QuotaMeasure | undefined;
    team?: string | undefined;
    turn?: boolean | undefined;
  }>;

export const leaderboardSearchOf = (search: Readonly<Record<string, unknown>>): LeaderboardSearch => ({
  ...periodSearchOf(search),
  ...(MEASURES.some((measure) => measure === search.measure) && { measure: search.measure as Measure }),
  ...(QUOTA_MEASURES.some((quota) => quota === search.quota) && { quota: search.quota as QuotaMeasure }),
  ...textsIn(search, ['team']),
  ...(search.turn === true && { turn: true }),
});
