import { type Basis, type Sum, type Sums, sumsOf } from '../domain/measures.js';
import type { Counted } from './counted-deals.js';
import type { CountedGroups } from './report-reader.js';

/** The rows of a deal, its lines and shares are told apart by numbers of these. */
const [NO_ROW, NO_LINE] = [-1, -1];

class Tally implements Sum {
  deals = 0;
  amount = 0;
  quantity = 0;
  times = 0;
  readonly days: number[] = [];
  private row = NO_ROW;
  private line = NO_LINE;

  /**
   * Counts each deal once, and its pieces once a line, however many shares of it are here: the parts of a deal, which is
   * that of a row, come one after the other.
   */
  add(row: number, line: number, amount: number, quantity: number, { days, times }: Counted): void {
    const isCounted = row === this.row;
    if (!isCounted) {
      this.deals += 1;
      this.times += times;
      for (const each of days) this.days.push(each);
    }
    if (!isCounted || line !== this.line) this.quantity += quantity;
    this.amount += amount;
    this.row = row;
    this.line = line;
  }
}

/** The sums of a group, and of each group within it. Amounts of the inner ones add up to its own. */
export class GroupSums {
  readonly within = new Map<string | null, GroupSums>();
  private readonly tallies: Partial<Record<Basis, Tally>> = {};

  /** @param depth how many names of a group there are, from the outermost on */
  add({ basis, groups, count }: CountedGroups, depth: number): void {
    const tallies = groups.names.map((names) => this.talliesAlong(names.slice(0, depth), basis));
    let [row, counted]: [number, Counted | null] = [NO_ROW, null];
    groups.each((part, group) => {
      if (counted === null || part.row !== row) {
        row = part.row;
        counted = count(part);
      }
      const { line, amount, quantity } = part;
      for (const tally of tallies[group] ?? []) tally.add(row, line, amount, quantity, counted);
    });
  }

  with(quota: number | null): Sums {
    return sumsOf(this.tallies, quota);
  }

  /** Its own, then those of the groups that the path leads through. */
  private talliesAlong([name, ...inner]: readonly (string | null)[], basis: Basis): readonly Tally[] {
    const tally = this.tallies[basis] ?? new Tally();
    this.tallies[basis] = tally;
    if (name === undefined) return [tally];
    const group = this.within.get(name) ?? new GroupSums();
    this.within.set(name, group);
    return [tally, ...group.talliesAlong(inner, basis)];
  }
}
