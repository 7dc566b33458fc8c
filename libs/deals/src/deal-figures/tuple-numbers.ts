const FIRST_CAPACITY = 64;

/**
 * Numbers tuples of integers in the order of their first use: 0, 1, 2, … A table with open addressing, since it is asked
 * for every row of a sum: a Map, whose keys would be floats, takes several times as long.
 */
export class TupleNumbers {
  private heads = new Int32Array(FIRST_CAPACITY);
  private lasts = new Int32Array(FIRST_CAPACITY);
  /** The number and 1; 0: the slot is free. */
  private numbers = new Int32Array(FIRST_CAPACITY);
  private used = 0;

  /** How many there are: above any of the numbers. */
  get size(): number {
    return this.used;
  }

  /** The number of the pair; the number of a longer tuple is that of its head's number and its last. */
  of(head: number, last: number): number {
    const slot = this.slotOf(head, last);
    const known = this.numbers[slot] as number;
    if (known > 0) return known - 1;
    this.heads[slot] = head;
    this.lasts[slot] = last;
    this.used += 1;
    this.numbers[slot] = this.used;
    // Half of the slots stay free, so that runs of taken ones are short.
    if (this.used * 2 > this.numbers.length) this.grow();
    return this.used - 1;
  }

  /** The slot that has the pair, or that it belongs into. */
  private slotOf(head: number, last: number): number {
    const { heads, lasts, numbers } = this;
    const mask = numbers.length - 1;
    const mixed = Math.imul(head, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (numbers[slot] !== 0 && (heads[slot] !== head || lasts[slot] !== last)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { heads, lasts, numbers } = this;
    const capacity = numbers.length * 2;
    this.heads = new Int32Array(capacity);
    this.lasts = new Int32Array(capacity);
    this.numbers = new Int32Array(capacity);
    for (let old = 0; old < numbers.length; old += 1) {
      if (numbers[old] === 0) continue;
      const slot = this.slotOf(heads[old] as number, lasts[old] as number);
      this.heads[slot] = heads[old] as number;
      this.lasts[slot] = lasts[old] as number;
      this.numbers[slot] = numbers[old] as number;
    }
  }
}
