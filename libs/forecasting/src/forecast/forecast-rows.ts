import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { Money } from '#kernel/money.js';
import { WeightedSum } from '#kernel/weighted.js';

/** A line of the forecast. Each category stands alone: commit does not include closed. */
export type ForecastRow = Readonly<{
  /** Null: open deals without an expected close date. */
  period: string | null;
  /** Null: what belongs to no group, and always when nothing is grouped. */
  group: string | null;
  closed: Money;
  commit: Money;
  bestCase: Money;
  pipeline: Money;
  weighted: Money;
  quota?: Money;
  /** closed ÷ quota; null when the quota is 0. */
  attainment?: number | null;
  /** Open amount ÷ what is left of the quota; null when nothing is left. */
  coverage?: number | null;
}>;

type Place = Readonly<{ period: string | null; group: string | null }>;
type Line = Place &
  Record<'closed' | ForecastCategory, number> & { readonly weighted: WeightedSum; quota: number | null };

/** Adds up forecast rows, in minor units. */
export class ForecastRows {
  private readonly lines = new Map<string, Line>();

  closed(place: Place, amount: number): void {
    this.line(place).closed += amount;
  }

  open(place: Place, category: ForecastCategory, amount: number, probability: number): void {
    const line = this.line(place);
    line[category] += amount;
    line.weighted.add(amount, probability);
  }

  /** A quota makes a row, also where there is no deal. */
  quota(place: Place, amount: number): void {
    this.line(place).quota = amount;
  }

  /** By period, then group; nulls last. */
  shown(currency: string): readonly ForecastRow[] {
    return [...this.lines.values()]
      .sort((a, b) => nullsLast(a.period, b.period) || nullsLast(a.group, b.group))
      .map((line) => shownLine(line, currency));
  }

  private line({ period, group }: Place): Line {
    const key = JSON.stringify([period, group]);
    let line = this.lines.get(key);
    if (line === undefined) {
      line = {
        period,
        group,
        closed: 0,
        commit: 0,
        bestCase: 0,
        pipeline: 0,
        weighted: new WeightedSum(),
        quota: null,
      };
      this.lines.set(key, line);
    }
    return line;
  }
}

const shownLine = ({ period, group, weighted, quota, ...amounts }: Line, currency: string): ForecastRow => {
  const { closed, commit, bestCase, pipeline } = amounts;
  const money = (amount: number): Money => ({ amount, currency });
  const row = {
    period,
    group,
    closed: money(closed),
    commit: money(commit),
    bestCase: money(bestCase),
    pipeline: money(pipeline),
    weighted: money(weighted.rounded()),
  };
  if (quota === null) return row;
  const left = quota - closed;
  return {
    ...row,
    quota: money(quota),
    attainment: attainmentOf(closed, quota),
    coverage: left > 0 ? (commit + bestCase + pipeline) / left : null,
  };
};

/** closed ÷ quota; null when the quota is 0. */
export const attainmentOf = (closed: number, quota: number): number | null => (quota > 0 ? closed / quota : null);

const nullsLast = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
};
