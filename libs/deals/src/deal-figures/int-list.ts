const FIRST_CAPACITY = 8;

/** A list of 32-bit integers that grows: rows of a table, in no particular order. */
export class IntList {
  private items = new Int32Array(FIRST_CAPACITY);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** The value at an index below `length`. */
  at(index: number): number {
    return this.items[index] as number;
  }

  /** All of them, to be read before the list changes. */
  values(): Int32Array {
    return this.items.subarray(0, this.count);
  }

  push(value: number): void {
    if (this.count === this.items.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.count] = value;
    this.count += 1;
  }

  /** Takes out one occurrence; the last value comes into its place. */
  remove(value: number): void {
    const index = this.items.subarray(0, this.count).indexOf(value);
    if (index === -1) return;
    this.count -= 1;
    this.items[index] = this.items[this.count] as number;
  }
}
