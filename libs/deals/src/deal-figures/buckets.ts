/** Something under each of many whole numbers (days, or stretches of them), begun when it is first asked for. */
export class Buckets<T> {
  private readonly buckets = new Map<number, T>();
  private least = Number.POSITIVE_INFINITY;
  private greatest = Number.NEGATIVE_INFINITY;

  constructor(private readonly begin: () => T) {}

  /** The least number that was ever begun; null: none was. */
  get first(): number | null {
    return Number.isFinite(this.least) ? this.least : null;
  }

  of(number: number): T {
    let found = this.buckets.get(number);
    if (found === undefined) {
      found = this.begin();
      this.buckets.set(number, found);
      this.least = Math.min(this.least, number);
      this.greatest = Math.max(this.greatest, number);
    }
    return found;
  }

  /** Undefined: it was not begun. */
  known(number: number): T | undefined {
    return this.buckets.get(number);
  }

  /** Visits those that were begun, from `from` to `to`, both included; infinite bounds mean all. */
  between(from: number, to: number, visit: (bucket: T, number: number) => void): void {
    const last = Math.min(to, this.greatest);
    for (let number = Math.max(from, this.least); number <= last; number += 1) {
      const bucket = this.buckets.get(number);
      if (bucket !== undefined) visit(bucket, number);
    }
  }
}
