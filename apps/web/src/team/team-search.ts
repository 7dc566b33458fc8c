import { type PeriodSearch, periodSearchOf } from '../api/periods.js';

/** What the page shows, in the address; `team` undefined: everybody. */
export type TeamSearch = PeriodSearch & Readonly<{ team?: string | undefined }>;

export const teamSearchOf = (search: Readonly<Record<string, unknown>>): TeamSearch => ({
  ...periodSearchOf(search),
  ...(typeof search.team === 'string' && search.team !== '' && { team: search.team }),
});
