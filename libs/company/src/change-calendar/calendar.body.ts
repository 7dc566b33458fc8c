import { Nested, OneOf, TimeZone, Whole, WriteBody } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import { type FiscalCalendar, gregorian, WEEK_CALENDARS, WEEKDAYS, YEAR_END_RULES } from '#kernel/fiscal-calendar.js';

class YearEndBody {
  @OneOf(YEAR_END_RULES, { description: 'The last such weekday in the month, or the nearest one to its last day' })
  rule!: (typeof YEAR_END_RULES)[number];

  @OneOf(WEEKDAYS)
  weekday!: (typeof WEEKDAYS)[number];

  @Whole({ min: 1, max: 12 })
  month!: number;
}

class FiscalCalendarBody {
  @OneOf(['gregorian', ...WEEK_CALENDARS])
  kind!: FiscalCalendar['kind'];

  @Whole({ optional: true, min: 1, max: 12, description: 'Of gregorian: the month in which a fiscal year starts' })
  startMonth?: number | null;

  @Nested(() => YearEndBody, { optional: true, description: 'Of all others: when a fiscal year ends' })
  yearEnd?: YearEndBody | null;
}

export class ChangeCalendarBody extends WriteBody {
  @Nested(() => FiscalCalendarBody, { optional: true, description: 'Default: as it is' })
  calendar?: FiscalCalendarBody | null;

  @TimeZone({ optional: true, description: 'Default: as it is' })
  timeZone?: string | null;
}

/** @throws ProblemException (400) when it lacks what its kind takes, or has what its kind does not */
export const calendarOf = ({ kind, startMonth, yearEnd }: FiscalCalendarBody): FiscalCalendar => {
  const [wanted, unwanted] =
    kind === 'gregorian' ? (['startMonth', 'yearEnd'] as const) : (['yearEnd', 'startMonth'] as const);
  const given = { startMonth: startMonth ?? null, yearEnd: yearEnd ?? null };
  const errors = [
    ...(given[wanted] === null ? [{ path: `calendar.${wanted}`, message: `is required of ${kind}` }] : []),
    ...(given[unwanted] === null ? [] : [{ path: `calendar.${unwanted}`, message: `has no meaning for ${kind}` }]),
  ];
  if (kind === 'gregorian' && given.startMonth !== null && errors.length === 0) return gregorian(given.startMonth);
  if (kind !== 'gregorian' && given.yearEnd !== null && errors.length === 0) {
    const { rule, weekday, month } = given.yearEnd;
    return { kind, yearEnd: { rule, weekday, month } };
  }
  throw badInput(errors);
};
