import type { FiscalYearStart } from './fiscal-calendar.js';
import type { CalendarDate } from './instant.js';
import type { DateRange, Period, PeriodUnit } from './period.js';

// Below, a month is its number since January of the year 0.

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

type MonthlyPeriod = Exclude<Period, { unit: 'period' }>;

export const rangeInMonths = (period: MonthlyPeriod, fiscalYearStart: FiscalYearStart): DateRange => {
  const first = firstMonthOf(period, fiscalYearStart);
  return { from: firstDayOf(first), to: firstDayOf(first + MONTHS[period.unit]) };
};

export const periodInMonths = (date: CalendarDate, unit: PeriodUnit, fiscalYearStart: FiscalYearStart): Period => {
  const month = monthOf(date);
  if (unit === 'month') return { unit, year: Math.floor(month / 12), month: (month % 12) + 1 };
  const fiscal = month + lead(fiscalYearStart);
  const year = Math.floor(fiscal / 12);
  return unit === 'year' ? { unit, year } : { unit, year, quarter: Math.floor((fiscal % 12) / MONTHS.quarter) + 1 };
};

const monthOf = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const firstDayOf = (month: number): CalendarDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** How many months before its calendar year a fiscal year starts. */
const lead = (fiscalYearStart: FiscalYearStart): number => (13 - fiscalYearStart) % 12;

const firstMonthOf = (period: MonthlyPeriod, fiscalYearStart: FiscalYearStart): number => {
  if (period.unit === 'month') return period.year * 12 + period.month - 1;
  const start = period.year * 12 - lead(fiscalYearStart);
  return period.unit === 'year' ? start : start + (period.quarter - 1) * MONTHS.quarter;
};
