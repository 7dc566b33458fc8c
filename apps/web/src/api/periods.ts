import type { Grain } from './forecasts.js';

/** Fiscal periods as the API names them: `2017-03`, `2017-Q1`, `2017`. */

const MONTHS = 12;
const two = (value: number): string => String(value).padStart(2, '0');

/** The fiscal year that a calendar day falls into, named by the year in which it starts or, from January on, is. */
const fiscalYearOf = (day: string, fiscalYearStart: number): number => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return fiscalYearStart > 1 && month >= fiscalYearStart ? year + 1 : year;
};

/** The period of a grain that a day falls into. */
export const periodOf = (day: string, by: Grain, fiscalYearStart: number): string => {
  const year = fiscalYearOf(day, fiscalYearStart);
  if (by === 'year') return String(year);
  if (by === 'month') return day.slice(0, 7);
  const into = (Number(day.slice(5, 7)) - fiscalYearStart + MONTHS) % MONTHS;
  return `${year}-Q${Math.floor(into / 3) + 1}`;
};

/** First and last period to look at from a day: its fiscal year, or for years a few around it. */
export const rangeAround = (
  day: string,
  by: Grain,
  fiscalYearStart: number,
): Readonly<{ from: string; to: string }> => {
  const year = fiscalYearOf(day, fiscalYearStart);
  if (by === 'year') return { from: String(year - 2), to: String(year + 1) };
  if (by === 'quarter') return { from: `${year - 1}-Q3`, to: `${year + 1}-Q1` };
  const at = Number(day.slice(0, 4)) * MONTHS + Number(day.slice(5, 7)) - 1;
  const name = (month: number) => `${Math.floor(month / MONTHS)}-${two((month % MONTHS) + 1)}`;
  return { from: name(at - 6), to: name(at + 5) };
};
