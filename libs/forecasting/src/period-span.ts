import type { CompanyCalendar } from '#company/company.contract.js';
import { daysIn } from '#http/days-in.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { DateRange, Period } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';

/** A period as days and as instants in milliseconds since 1970. */
export type PeriodSpan = Readonly<{ days: DateRange; from: number; to: number }>;

/** @throws ProblemException (400) for a period that the company's calendar does not have */
export const spanOf = (period: Period, { calendar, timeZone }: CompanyCalendar): PeriodSpan => {
  const days = daysIn(calendar, period);
  const start = (date: string): number => millisecondsOf(startOfDayIn(timeZone, date));
  return { days, from: start(days.from), to: start(days.to) };
};
