import type { CalendarDate } from './instant.js';

/**
 * A stretch of the company's calendar: a month; in a calendar of thirteen periods instead of months one of these; a
 * quarter (1 to 4) or year.
 */
export type Period =
  | Readonly<{ unit: 'month'; year: number; month: number }>
  | Readonly<{ unit: 'period'; year: number; period: number }>
  | Readonly<{ unit: 'quarter'; year: number; quarter: number }>
  | Readonly<{ unit: 'year'; year: number }>;

/** How long a period is. Where a calendar has thirteen periods, they are its months. */
export const PERIOD_UNITS = ['month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export const unitOf = ({ unit }: Period): PeriodUnit => (unit === 'period' ? 'month' : unit);

/** Days from `from` on, before `to`. */
export type DateRange = Readonly<{ from: CalendarDate; to: CalendarDate }>;

// Years of four digits, and so that those before and after them have four too: dates compare as text.
const PERIOD = /^([1-9]\d{3})(?:-(?:Q([1-4])|P(0[1-9]|1[0-3])|(0[1-9]|1[0-2])))?$/;
const FIRST_YEAR = 1001;
const LAST_YEAR = 9998;

/**
 * Reads `2017-03`, `2017-P03` (the third of thirteen periods), `2017-Q1` or `2017` (years 1001 to 9998); null when it is
 * none of them. Which days it has, and whether it exists, depends on the calendar.
 */
export const parsePeriod = (text: string): Period | null => {
  const match = PERIOD.exec(text);
  const year = Number(match?.[1]);
  if (!match || year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (match[2]) return { unit: 'quarter', year, quarter: Number(match[2]) };
  if (match[3]) return { unit: 'period', year, period: Number(match[3]) };
  if (match[4]) return { unit: 'month', year, month: Number(match[4]) };
  return { unit: 'year', year };
};

/** Writes a period as `parsePeriod` reads it. */
export const formatPeriod = (period: Period): string => {
  switch (period.unit) {
    case 'month':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
    case 'period':
      return `${period.year}-P${String(period.period).padStart(2, '0')}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'year':
      return String(period.year);
  }
};
