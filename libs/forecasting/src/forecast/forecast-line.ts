import type { ForecastCategory } from '#kernel/forecast-category.js';
import { WeightedSum } from '#kernel/weighted.js';

/** Amounts up to each category, in minor units: each includes closed and the surer categories. */
export type Cumulative = Readonly<{ closed: number } & Record<ForecastCategory, number>>;

/** What is closed and what is open by category, each alone, in minor units. */
export class ForecastLine {
  closed = 0;
  commit = 0;
  bestCase = 0;
  pipeline = 0;
  readonly weighted = new WeightedSum();

  addOpen(category: ForecastCategory, amount: number, probability: number): void {
    this[category] += amount;
    this.weighted.add(amount, probability);
  }

  include(other: ForecastLine): void {
    this.closed += other.closed;
    this.commit += other.commit;
    this.bestCase += other.bestCase;
    this.pipeline += other.pipeline;
    this.weighted.include(other.weighted);
  }

  get open(): number {
    return this.commit + this.bestCase + this.pipeline;
  }

  get cumulative(): Cumulative {
    const { closed } = this;
    const commit = closed + this.commit;
    const bestCase = commit + this.bestCase;
    return { closed, commit, bestCase, pipeline: bestCase + this.pipeline };
  }
}
