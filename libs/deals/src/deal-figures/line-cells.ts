import type { DealLine } from '../domain/deal.events.js';
import { Dictionary } from './dictionary.js';
import { longer } from './span-cells.js';

const FIRST_CAPACITY = 1_024;

/** Where the lines of a deal are: those of `count` numbers from `first` on. */
export type LineRange = Readonly<{ first: number; count: number }>;

/** In the place of a line: the deal as a whole. */
export const NO_LINE = -1;

/**
 * Lines of deals in columns. They are never taken back: spans of a deal share theirs, as lines seldom change.
 */
export class LineCells {
  readonly products = new Dictionary();
  readonly models = new Dictionary();
  private productCodes = new Int32Array(FIRST_CAPACITY);
  private modelCodes = new Int32Array(FIRST_CAPACITY);
  /** In minor units of the currency of the deal. */
  private amounts = new Float64Array(FIRST_CAPACITY);
  private quantities = new Float64Array(FIRST_CAPACITY);
  private size = 0;

  /** The number of the product; 0 for NO_LINE. */
  product(line: number): number {
    return line === NO_LINE ? 0 : (this.productCodes[line] as number);
  }

  /** The number of the model; 0 for NO_LINE. */
  model(line: number): number {
    return line === NO_LINE ? 0 : (this.modelCodes[line] as number);
  }

  amount(line: number): number {
    return this.amounts[line] as number;
  }

  quantity(line: number): number {
    return this.quantities[line] as number;
  }

  /** Of all of them together. */
  quantityIn({ first, count }: LineRange): number {
    let sum = 0;
    for (let line = first; line < first + count; line += 1) sum += this.quantity(line);
    return sum;
  }

  amountsIn({ first, count }: LineRange): readonly number[] {
    return Array.from(this.amounts.subarray(first, first + count));
  }

  /** Where the lines are; where one of the ranges has them already, there. */
  place(lines: readonly DealLine[], known: readonly LineRange[]): LineRange {
    const same = known.find((range) => this.isSame(lines, range));
    if (same !== undefined) return same;
    const first = this.size;
    for (const { productId, model, quantity, amount } of lines) {
      if (this.size === this.amounts.length) this.grow();
      this.productCodes[this.size] = this.products.code(productId);
      this.modelCodes[this.size] = this.models.code(model);
      this.quantities[this.size] = quantity;
      this.amounts[this.size] = amount.amount;
      this.size += 1;
    }
    return { first, count: lines.length };
  }

  private isSame(lines: readonly DealLine[], { first, count }: LineRange): boolean {
    return (
      lines.length === count &&
      lines.every(
        ({ productId, model, quantity, amount }, at) =>
          this.products.text(this.product(first + at)) === productId &&
          this.models.text(this.model(first + at)) === model &&
          this.quantity(first + at) === quantity &&
          this.amount(first + at) === amount.amount,
      )
    );
  }

  private grow(): void {
    const capacity = this.amounts.length * 2;
    this.productCodes = longer(this.productCodes, new Int32Array(capacity));
    this.modelCodes = longer(this.modelCodes, new Int32Array(capacity));
    this.quantities = longer(this.quantities, new Float64Array(capacity));
    this.amounts = longer(this.amounts, new Float64Array(capacity));
  }
}
