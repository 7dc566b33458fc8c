import { FORECAST_CATEGORIES, type ForecastCategory } from '#kernel/forecast-category.js';
import type { Money } from '#kernel/money.js';
import type { Cumulative, ForecastLine } from './forecast-line.js';
import type { CallOf, Holder } from './roll-up.js';

/** Amounts up to each category: each includes closed and the surer categories. */
type ByCategory = Readonly<{ commit: Money; bestCase: Money; pipeline: Money }>;

export type ForecastFigures = Readonly<{
  /** Each category stands alone: commit does not include closed. */
  closed: Money;
  commit: Money;
  bestCase: Money;
  pipeline: Money;
  weighted: Money;
  cumulative: ByCategory;
  quota?: Money;
  /** closed ÷ quota; null when the quota is 0. */
  attainment?: number | null;
  /** Open amount ÷ what is left of the quota; null when nothing is left. */
  coverage?: number | null;
  /** With the adjustments of managers in the place of what they adjusted; cumulative. */
  adjusted?: ByCategory;
  /** What was submitted; cumulative. */
  submitted?: Readonly<{ commit?: Money; bestCase?: Money; pipeline?: Money }>;
}>;

/** A line of the forecast. */
export type ForecastRow = ForecastFigures &
  Readonly<{
    /** Null: open deals without an expected close date. */
    period: string | null;
    /** Null: what belongs to no group, and always when nothing is grouped. */
    group: string | null;
    /** The second group, when one is asked for. */
    second?: string | null;
    /** Of a team: the same for it and all teams below it. */
    withBelow?: ForecastFigures;
  }>;

/** What stands beside the computed sums, in minor units. */
type Beside = Readonly<{
  quota?: number | null;
  adjusted?: Cumulative;
  submitted?: Submitted | null;
}>;

export type Submitted = Readonly<Partial<Record<ForecastCategory, number>>>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export const shownFigures = (
  line: ForecastLine,
  { quota = null, adjusted, submitted = null }: Beside,
  currency: string,
): ForecastFigures => {
  const { closed, commit, bestCase, pipeline } = line;
  const money = (amount: number): Money => ({ amount, currency });
  const upTo = (amounts: Cumulative): ByCategory => ({
    commit: money(amounts.commit),
    bestCase: money(amounts.bestCase),
    pipeline: money(amounts.pipeline),
  });
  const shown: Writable<ForecastFigures> = {
    closed: money(closed),
    commit: money(commit),
    bestCase: money(bestCase),
    pipeline: money(pipeline),
    weighted: money(line.weighted.rounded()),
    cumulative: upTo(line.cumulative),
  };
  if (quota !== null) {
    shown.quota = money(quota);
    shown.attainment = attainmentOf(closed, quota);
    shown.coverage = quota > closed ? line.open / (quota - closed) : null;
  }
  if (adjusted !== undefined) shown.adjusted = upTo(adjusted);
  if (submitted !== null) {
    const calls = Object.entries(submitted).map(([category, amount]) => [category, money(amount)] as const);
    shown.submitted = Object.fromEntries(calls);
  }
  return shown;
};

/** What was submitted of a rep or team; null: nothing. */
export const submittedOf = (callOf: CallOf, holder: Holder): Submitted | null => {
  const calls = FORECAST_CATEGORIES.flatMap((category) => {
    const amount = callOf(holder, category);
    return amount === null ? [] : [[category, amount] as const];
  });
  return calls.length === 0 ? null : Object.fromEntries(calls);
};

/** closed ÷ quota; null when the quota is 0. */
export const attainmentOf = (closed: number, quota: number): number | null => (quota > 0 ? closed / quota : null);

type Place = Readonly<{ period: string | null; group: string | null; second?: string | null }>;

/** By period, then groups; nulls last. */
export const byPlace = (a: Place, b: Place): number =>
  nullsLast(a.period, b.period) || nullsLast(a.group, b.group) || nullsLast(a.second ?? null, b.second ?? null);

const nullsLast = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
};
