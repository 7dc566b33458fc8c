import { type Basis, noSums, type Sum, type Sums } from '../domain/measures.js';

/** A deal, or one part of it: a line, a share. The parts of a deal come one after the other. */
export type Part = Readonly<{
  /** The same for all parts of a deal. */
  row: number;
  /** The same for all shares of a line; of a deal as a whole too. */
  line: number;
  amount: number;
  quantity: number;
  days: readonly number[];
  times: number;
}>;

const [NO_ROW, NO_LINE] = [-1, -1];

class Tally implements Sum {
  deals = 0;
  amount = 0;
  quantity = 0;
  times = 0;
  readonly days: number[] = [];
  private row = NO_ROW;
  private line = NO_LINE;

  /** Counts each deal once, and its pieces once a line, however many shares of it are here. */
  add({ row, line, amount, quantity, days, times }: Part): void {
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

  /** @param path of names, from the outermost group on; `depth`: how many of them led here */
  add(basis: Basis, path: readonly (string | null)[], part: Part, depth = 0): void {
    let tally = this.tallies[basis];
    if (tally === undefined) {
      tally = new Tally();
      this.tallies[basis] = tally;
    }
    tally.add(part);
    const name = path[depth];
    if (name === undefined) return;
    let group = this.within.get(name);
    if (group === undefined) {
      group = new GroupSums();
      this.within.set(name, group);
    }
    group.add(basis, path, part, depth + 1);
  }

  with(quota: number | null): Sums {
    return { ...noSums(quota), ...this.tallies };
  }
}
