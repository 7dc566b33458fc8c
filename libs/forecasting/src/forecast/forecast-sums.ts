import type { DealsAt, Grouping } from '#deals/deal-figures/deal-figures.contract.js';
import type { Bounded } from '#kernel/bounded.js';
import type { CalendarDate } from '#kernel/instant.js';
import { ByWeight, type WeightOf } from '../stage-weights.js';
import { ForecastLine } from './forecast-line.js';

type Sums = Readonly<{
  /** Close dates of the won deals to be visited. */
  days: Bounded<CalendarDate>;
  /** The period of a close date; undefined: none that was asked for. */
  periodOf: (date: CalendarDate | null) => string | null | undefined;
  groupings: readonly Grouping[];
  weightOf: WeightOf;
}>;

type Names = readonly (string | null)[];

/** The sums of one period (null: no expected close date) and of one name for each grouping. */
export type PlacedLine = Readonly<{ period: string | null; names: Names; line: ForecastLine }>;

/** What is closed and what is open by period and groupings. */
export const forecastSums = (deals: DealsAt, { days, periodOf, groupings, weightOf }: Sums): readonly PlacedLine[] => {
  const placed = new PlacedLines(1 + groupings.length);
  const period = (date: string | null | undefined) => periodOf(date ?? null);
  for (const { group, amount } of deals.won(days).sum([{ columns: ['signedOn'], as: period }, ...groupings])) {
    placed.at(group).closed += amount;
  }
  const [dated, byWeight] = [{ columns: ['expectedCloseOn'], as: period } as const, new ByWeight(weightOf)];
  for (const { group, amount } of deals.open().sum([dated, ...groupings, byWeight.grouping])) {
    const { category, probability } = byWeight.of(group.at(-1));
    placed.at(group).addOpen(category, amount, probability);
  }
  return placed.lines;
};

/** Finds lines name by name: there are thousands of them, and a key of all the names would have to be made for each sum. */
class PlacedLines {
  readonly lines: PlacedLine[] = [];
  private readonly root: Place = new Map();

  /** @param depth how many names lead to a line: the period first */
  constructor(private readonly depth: number) {}

  at(names: Names): ForecastLine {
    let place = this.root;
    for (let depth = 0; depth < this.depth - 1; depth += 1) {
      let inner = place.get(names[depth] ?? null);
      if (!(inner instanceof Map)) {
        inner = new Map();
        place.set(names[depth] ?? null, inner);
      }
      place = inner;
    }
    const last = names[this.depth - 1] ?? null;
    const known = place.get(last);
    if (known instanceof ForecastLine) return known;
    const line = new ForecastLine();
    place.set(last, line);
    const [period = null, ...others] = names.slice(0, this.depth);
    this.lines.push({ period, names: others, line });
    return line;
  }
}

type Place = Map<string | null, Place | ForecastLine>;
