/** Numbers up to here can be told apart in one product of two. */
const RADIX = 2 ** 26;

/** Numbers tuples of integers in the order of their first use: 0, 1, 2, … Each integer is from 0 to 2^26 − 1. */
export class TupleNumbers {
  private readonly numbers = new Map<number, number>();

  get count(): number {
    return this.numbers.size;
  }

  /** The number of the pair; the number of a longer tuple is that of its head's number and its last. */
  of(head: number, last: number): number {
    const key = head * RADIX + last;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    return number;
  }
}
