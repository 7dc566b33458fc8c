import { type AnyGrouping, groupsOf, LEFT_OUT, type Names } from './group-numbers.js';
import type { Parts } from './parts.js';
import type { SpanView } from './span-view.js';

/**
 * `group` has a name for each grouping, in their order; `deals` counts, `amount` is in minor units of the company's
 * currency.
 */
export type GroupSum = GroupCount & Readonly<{ amount: number }>;

export type GroupCount = Readonly<{ group: Names; deals: number }>;

/** Deals, or their lines and shares, by groups; without those that a grouping leaves out. */
export class DealGroups {
  /** Of each group, by its number. */
  readonly names: readonly Names[];
  private readonly numbers: Int32Array;

  constructor(
    private readonly parts: Parts,
    groupings: readonly AnyGrouping[],
  ) {
    const { numbers, names } = groupsOf(parts, groupings);
    this.numbers = numbers;
    this.names = names;
  }

  /** In no particular order. */
  sums(): readonly GroupSum[] {
    const { numbers, names } = this;
    const [amounts, sums] = [this.amounts(), new Float64Array(names.length)];
    for (let at = 0; at < numbers.length; at += 1) {
      const group = numbers[at] as number;
      if (group !== LEFT_OUT) sums[group] = (sums[group] as number) + (amounts[at] as number);
    }
    return this.counts().map(({ group, deals }, number) => ({ group, deals, amount: sums[number] as number }));
  }

  /** In no particular order. */
  counts(): readonly GroupCount[] {
    const deals = new Int32Array(this.names.length);
    for (const group of this.numbers) if (group !== LEFT_OUT) deals[group] = (deals[group] as number) + 1;
    return this.names.map((group, number) => ({ group, deals: deals[number] as number }));
  }

  /** Visits, as a whole, each deal of which anything is left, with the amount of that. */
  eachDeal(visit: (deal: SpanView, amount: number) => void): void {
    const { parts, numbers } = this;
    const { rows } = parts;
    const [view, amounts] = [parts.view(), this.amounts()];
    for (let at = 0; at < rows.length; ) {
      view.row = rows[at] as number;
      let [isLeft, amount] = [false, 0];
      for (; rows[at] === view.row; at += 1) {
        if (numbers[at] === LEFT_OUT) continue;
        isLeft = true;
        amount += amounts[at] as number;
      }
      if (isLeft) visit(view, amount);
    }
  }

  /** Visits the parts of each deal, one after the other, with the number of their group. */
  each(visit: (part: SpanView, group: number) => void): void {
    const { numbers } = this;
    this.parts.each((part, at) => {
      const group = numbers[at] as number;
      if (group !== LEFT_OUT) visit(part, group);
    });
  }

  private amounts(): Float64Array {
    return this.parts.amounts((at) => this.numbers[at] !== LEFT_OUT);
  }
}
