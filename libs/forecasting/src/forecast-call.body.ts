import { daysIn } from '#http/days-in.js';
import { Id, OneOf, Text, WriteBody } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { FORECAST_CATEGORIES, type ForecastCategory } from '#kernel/forecast-category.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import type { ForecastTarget } from './domain/forecast-target.js';

/** What adjustments and submissions have in common. */
export class ForecastCallBody extends WriteBody {
  @Id({ optional: true, description: 'Whose forecast: of this rep' })
  ownerId?: string | null;

  @Id({ optional: true, description: 'or of this team, with those below it' })
  teamId?: string | null;

  @OneOf(FORECAST_CATEGORIES, { description: 'Up to which category: each one includes closed and the surer ones' })
  category!: ForecastCategory;

  @Text({ optional: true, max: 2000 })
  note?: string | null;
}

/** @throws ProblemException (400) unless exactly one of the two is given */
const holderOf = ({ ownerId, teamId }: ForecastCallBody): Pick<ForecastTarget, 'scope' | 'scopeId'> => {
  if (typeof ownerId === 'string' && typeof teamId !== 'string') return { scope: 'rep', scopeId: ownerId };
  if (typeof teamId === 'string' && typeof ownerId !== 'string') return { scope: 'team', scopeId: teamId };
  throw badInput([{ path: 'ownerId', message: 'either ownerId or teamId must be given, and not both' }]);
};

/** What a call says beside its amount. @throws ProblemException (400) unless exactly one holder is given */
export const callOf = (body: ForecastCallBody, period: Period, calendar: FiscalCalendar) => ({
  ...holderOf(body),
  period: formatPeriod(period),
  days: daysIn(calendar, period),
  category: body.category,
  note: body.note ?? null,
});
