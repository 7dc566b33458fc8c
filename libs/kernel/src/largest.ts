/**
 * The first `limit` items of many in the order of `compare`, without keeping or sorting the others. No two items may be
 * equal in it, or which of them stays is left to chance. `P` is what `compare` looks at.
 */
export class Largest<T extends P, P = T> {
  private kept: T[] = [];
  /** Whatever comes behind it is not among the first; null: not known yet. */
  private last: T | null = null;

  constructor(
    private readonly limit: number,
    private readonly compare: (a: P, b: P) => number,
  ) {}

  /** Whether an item in this place would be among the first so far: so that it need not be made in vain. */
  wants(place: P): boolean {
    return this.last === null || this.compare(this.last, place) >= 0;
  }

  add(item: T): void {
    if (!this.wants(item)) return;
    this.kept.push(item);
    // Sorted only now and then, so that an item costs by the logarithm of the limit.
    if (this.kept.length >= 2 * this.limit + 32) this.cut();
  }

  /** In order. */
  get items(): readonly T[] {
    this.cut();
    return this.kept;
  }

  private cut(): void {
    this.kept = this.kept.sort(this.compare).slice(0, this.limit);
    if (this.kept.length === this.limit) this.last = this.kept.at(-1) ?? null;
  }
}
