import { roundMinor } from './money.js';

/** Probabilities are taken to a millionth, so that weighted sums are exact before they are rounded once. */
const SCALE = 1_000_000n;

/**
 * Weighted pipeline: Σ amount × probability, in minor units. Kept exact while terms are added, and rounded half away
 * from zero only when it is shown.
 */
export class WeightedSum {
  private scaled = 0n;

  /** `amount` in minor units, `probability` from 0 to 1. */
  add(amount: number, probability: number): void {
    this.scaled += BigInt(amount) * BigInt(Math.round(probability * Number(SCALE)));
  }

  /** Adds all terms of another sum. */
  include(other: WeightedSum): void {
    this.scaled += other.scaled;
  }

  /** In minor units. */
  rounded(): number {
    const whole = this.scaled / SCALE;
    return Number(whole) + roundMinor(Number(this.scaled % SCALE) / Number(SCALE));
  }
}
