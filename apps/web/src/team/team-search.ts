import { type PeriodSearch, periodSearchOf } from '../api/periods.js';

/** What the page shows, in the address; `team` and `rep` undefined: everybody. */
export type TeamSearch = PeriodSearch & Readonly<{ team?: string | undefined; rep?: string | undefined }>;

export const teamSearchOf = (search: Readonly<Record<string, unknown>>): TeamSearch => ({
  ...periodSearchOf(search),
  ...(typeof search.team === 'string' && search.team !== '' && { team: search.team }),
  ...(typeof search.rep === 'string' && search.rep !== '' && { rep: search.rep }),
});
