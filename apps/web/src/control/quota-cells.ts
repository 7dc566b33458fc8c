import type { Answer } from '../api/client.js';
import type { Grain } from '../api/forecasts.js';
import { grainOf, periodBeside, periodOf } from '../api/periods.js';
import type { Money } from '../shared/formats.js';
import { moneyOf } from '../shared/money-text.js';

type Quota = Answer<'/api/quotas'>['items'][number];

/** The quota of a rep for a period. */
export type CellKey = Readonly<{ repId: string; period: string }>;

export const keyOf = ({ repId, period }: CellKey): string => `${repId} ${period}`;

/** The quarters or months of a fiscal year. */
export const periodsOf = (year: string, by: Exclude<Grain, 'year'>, fiscalYearStart: number): readonly string[] => {
  const firstMonth =
    fiscalYearStart === 1 ? `${year}-01` : `${Number(year) - 1}-${String(fiscalYearStart).padStart(2, '0')}`;
  const first = by === 'quarter' ? periodOf(`${firstMonth}-01`, by, fiscalYearStart) : firstMonth;
  return Array.from({ length: grainOf(first) === 'quarter' ? 4 : 12 }, (_, at) => periodBeside(first, at));
};

/** The quotas of amounts of reps that are there, by cell. */
export const knownCells = (quotas: readonly Quota[]): ReadonlyMap<string, Money> =>
  new Map(
    quotas.flatMap((quota) =>
      'repId' in quota && !('target' in quota) ? [[keyOf(quota), quota.amount] as const] : [],
    ),
  );

export type Change = CellKey & Readonly<{ amount: Money }>;

/** What was typed, by cell: what it changes, and whether any of it is no amount. An empty cell leaves its quota alone. */
export const changesOf = (
  typed: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Money>,
  currency: string,
): Readonly<{ changes: readonly Change[]; isFaulty: boolean }> => {
  const changes: Change[] = [];
  let isFaulty = false;
  for (const [key, text] of typed) {
    if (text.trim() === '') continue;
    const [repId = '', period = ''] = key.split(' ');
    const amount = moneyOf(text, currency);
    const before = known.get(key);
    if (amount === null) isFaulty = true;
    else if (before?.amount !== amount.amount || before.currency !== currency) changes.push({ repId, period, amount });
  }
  return { changes, isFaulty };
};
