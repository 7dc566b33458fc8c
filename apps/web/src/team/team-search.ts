import { type PeriodSearch, periodSearchOf } from '../api/periods.js';
import { textsIn } from '../shared/search-texts.js';

/** What the page shows, in the address; `team` and `rep` undefined: everybody. */
export type TeamSearch = PeriodSearch & Readonly<{ team?: string | undefined; rep?: string | undefined }>;

export const teamSearchOf = (search: Readonly<Record<string, unknown>>): TeamSearch => ({
  ...periodSearchOf(search),
  ...textsIn(search, ['team', 'rep']),
});
