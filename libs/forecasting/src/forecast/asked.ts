import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { Quotas } from '../quota-versions/quotas-at.js';
import type { Calls } from './calls-at.js';
import type { Holder } from './roll-up.js';

/** Whose forecast is asked for: that of a rep, of a team with those below it, or (null) of the company. */
export type Whose = Holder | null;

/** What rows of reps, of teams or of all are asked with. */
export type Asked = Readonly<{
  group: 'none' | 'owner' | 'team';
  whose: Whose;
  organisation: Organisation;
  quotas: Quotas;
  adjustments: Calls;
  submissions: Calls;
  calendar: FiscalCalendar;
  currency: string;
}>;
