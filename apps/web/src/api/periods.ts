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

/** How long a period is, by its name. */
export const grainOf = (period: string): Grain => {
  if (period.length === 4) return 'year';
  return period.includes('Q') ? 'quarter' : 'month';
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

/** The period so many before (negative) or after another one of its kind. */
export const periodBeside = (period: string, steps: number): string => {
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)];
  if (part === '') return String(year + steps);
  const isQuarter = part.startsWith('Q');
  const inYear = isQuarter ? 4 : MONTHS;
  const at = year * inYear + Number(part.replace('Q', '')) - 1 + steps;
  const [ofYear, name] = [Math.floor(at / inYear), (at % inYear) + 1];
  return isQuarter ? `${ofYear}-Q${name}` : `${ofYear}-${two(name)}`;
};

export const GRAINS = ['month', 'quarter', 'year'] as const satisfies readonly Grain[];

/** Which period a page shows, in the address; `period` undefined: the one under way on the day shown. */
export type PeriodSearch = Readonly<{ by?: Grain | undefined; period?: string | undefined }>;

export const periodSearchOf = ({ by, period }: Readonly<Record<string, unknown>>): PeriodSearch => ({
  ...(GRAINS.some((grain) => grain === by) && { by: by as Grain }),
  // A year reads as a number.
  ...(/^\d{4}(-(\d\d|Q[1-4]))?$/.test(String(period)) && { period: String(period) }),
});
