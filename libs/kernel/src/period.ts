import type { CalendarDate } from './instant.js';

/** A calendar month, or a quarter (1 to 4) or year of the company's fiscal calendar. */
export type Period =
  | Readonly<{ unit: 'month'; year: number; month: number }>
  | Readonly<{ unit: 'quarter'; year: number; quarter: number }>
  | Readonly<{ unit: 'year'; year: number }>;

export type PeriodUnit = Period['unit'];

/**
 * The month, 1 to 12, in which a fiscal year starts. A fiscal year is named after the calendar year in which it ends,
 * as is common in the US: starting in July (7), `2018` lasts from 2017-07-01 to 2018-06-30 and `2018-Q1` is July to
 * September 2017. Starting in January it is the calendar year. Months are calendar months in any case.
 */
export type FiscalYearStart = number;

/** Days from `from` on, before `to`. */
export type DateRange = Readonly<{ from: CalendarDate; to: CalendarDate }>;

// Years of four digits, and so that those before and after them have four too: dates compare as text.
const PERIOD = /^([1-9]\d{3})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;
const FIRST_YEAR = 1001;
const LAST_YEAR = 9998;

/** Reads `2017-03`, `2017-Q1` or `2017` (years 1001 to 9998); null when it is none of them. */
export const parsePeriod = (text: string): Period | null => {
  const match = PERIOD.exec(text);
  const year = Number(match?.[1]);
  if (!match || year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (match[2]) return { unit: 'quarter', year, quarter: Number(match[2]) };
  if (match[3]) return { unit: 'month', year, month: Number(match[3]) };
  return { unit: 'year', year };
};

/** Writes a period as `parsePeriod` reads it. */
export const formatPeriod = (period: Period): string => {
  switch (period.unit) {
    case 'month':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'year':
      return String(period.year);
  }
};

/** The days of the period. */
export const rangeOf = (period: Period, fiscalYearStart: FiscalYearStart): DateRange => {
  const first = firstMonthOf(period, fiscalYearStart);
  return { from: firstDayOf(first), to: firstDayOf(first + MONTHS[period.unit]) };
};

/** Whether the day is in the period. */
export const isIn = (period: Period, date: CalendarDate, fiscalYearStart: FiscalYearStart): boolean => {
  const { from, to } = rangeOf(period, fiscalYearStart);
  return from <= date && date < to;
};

/** The month, fiscal quarter or fiscal year that the day is in. */
export const periodOf = (date: CalendarDate, unit: PeriodUnit, fiscalYearStart: FiscalYearStart): Period =>
  periodFrom(monthOf(date), unit, fiscalYearStart);

/** Every period that has a day in the range, in order; none when the range is empty. */
export const periodsBetween = (
  { from, to }: DateRange,
  unit: PeriodUnit,
  fiscalYearStart: FiscalYearStart,
): readonly Period[] => {
  const periods: Period[] = [];
  if (from >= to) return periods;
  let first = firstMonthOf(periodOf(from, unit, fiscalYearStart), fiscalYearStart);
  for (; firstDayOf(first) < to; first += MONTHS[unit]) periods.push(periodFrom(first, unit, fiscalYearStart));
  return periods;
};

// Below, a month is its number since January of the year 0.

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

const monthOf = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const firstDayOf = (month: number): CalendarDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** How many months before its calendar year a fiscal year starts. */
const lead = (fiscalYearStart: FiscalYearStart): number => (13 - fiscalYearStart) % 12;

const firstMonthOf = (period: Period, fiscalYearStart: FiscalYearStart): number => {
  if (period.unit === 'month') return period.year * 12 + period.month - 1;
  const start = period.year * 12 - lead(fiscalYearStart);
  return period.unit === 'year' ? start : start + (period.quarter - 1) * MONTHS.quarter;
};

const periodFrom = (month: number, unit: PeriodUnit, fiscalYearStart: FiscalYearStart): Period => {
  if (unit === 'month') return { unit, year: Math.floor(month / 12), month: (month % 12) + 1 };
  const fiscal = month + lead(fiscalYearStart);
  const year = Math.floor(fiscal / 12);
  return unit === 'year' ? { unit, year } : { unit, year, quarter: Math.floor((fiscal % 12) / MONTHS.quarter) + 1 };
};
