import { WEEKDAYS, type WeekCalendar, type YearEnd } from './fiscal-calendar.js';
import { type CalendarDate, DAY_MS } from './instant.js';
import type { DateRange, Period, PeriodUnit } from './period.js';

// Below, a day is its number since 1970-01-01, a Thursday.

const THURSDAY = WEEKDAYS.indexOf('thursday');

const fourTimes = (quarter: readonly number[]): readonly (readonly number[])[] => [quarter, quarter, quarter, quarter];

/** By quarter, the weeks of each of its months or periods; a 53rd week is one more in the last. */
const QUARTERS: Readonly<Record<WeekCalendar['kind'], readonly (readonly number[])[]>> = {
  '4-4-5': fourTimes([4, 4, 5]),
  '4-5-4': fourTimes([4, 5, 4]),
  '5-4-4': fourTimes([5, 4, 4]),
  '13-period': [
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4, 4],
  ],
};

export const rangeInWeeks = (period: Period, calendar: WeekCalendar): DateRange => {
  const start = lastDayOf(period.year - 1, calendar.yearEnd) + 1;
  const end = lastDayOf(period.year, calendar.yearEnd) + 1;
  const parts = QUARTERS[calendar.kind];
  const after = (weeks: number): number => start + weeks * 7;
  // What ends the year ends where the year does, with the 53rd week if there is one.
  const range = (before: readonly number[], own: readonly number[], isLast: boolean): DateRange => ({
    from: dateOf(after(sum(before))),
    to: dateOf(isLast ? end : after(sum(before) + sum(own))),
  });
  switch (period.unit) {
    case 'year':
      return { from: dateOf(start), to: dateOf(end) };
    case 'quarter': {
      const at = period.quarter - 1;
      return range(parts.slice(0, at).flat(), parts[at] ?? [], period.quarter === parts.length);
    }
    case 'month':
    case 'period': {
      const weeks = parts.flat();
      const at = (period.unit === 'month' ? period.month : period.period) - 1;
      return range(weeks.slice(0, at), weeks.slice(at, at + 1), at + 1 === weeks.length);
    }
  }
};

export const periodInWeeks = (date: CalendarDate, unit: PeriodUnit, calendar: WeekCalendar): Period => {
  const day = dayOf(date);
  let year = Number(date.slice(0, 4));
  while (day > lastDayOf(year, calendar.yearEnd)) year += 1;
  while (day <= lastDayOf(year - 1, calendar.yearEnd)) year -= 1;
  if (unit === 'year') return { unit, year };
  const week = Math.floor((day - lastDayOf(year - 1, calendar.yearEnd) - 1) / 7);
  const parts = QUARTERS[calendar.kind];
  if (unit === 'quarter') return { unit, year, quarter: placeOf(week, parts.map(sum)) };
  const place = placeOf(week, parts.flat());
  return calendar.kind === '13-period' ? { unit: 'period', year, period: place } : { unit, year, month: place };
};

/** Which of the parts, from 1 on, has the week; the last one has all that are left. */
const placeOf = (week: number, weeks: readonly number[]): number => {
  let begun = 0;
  const place = weeks.findIndex((own) => {
    begun += own;
    return week < begun;
  });
  return place === -1 ? weeks.length : place + 1;
};

const lastDayOf = (year: number, { rule, weekday, month }: YearEnd): number => {
  const monthEnd = Date.UTC(year, month, 0) / DAY_MS;
  const latest = rule === 'last' ? monthEnd : monthEnd + 3;
  return latest - modulo(latest + THURSDAY - WEEKDAYS.indexOf(weekday), 7);
};

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

const dayOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;

const dateOf = (day: number): CalendarDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
