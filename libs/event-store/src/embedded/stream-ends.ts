/** Streams whose ends are remembered; the least recently learned go first. */
const CAPACITY = 100_000;

/**
 * Where streams end, as far as this process knows for sure: it is the only writer of the log. Asking a stream for what
 * came since is what every command does for each record that it looks at, and mostly nothing came.
 */
export class StreamEnds {
  /** Stream to the first revision that it does not have. */
  readonly #ends = new Map<string, number>();
  /** How many appends to the stream are under way, and whether any two of them were at the same time. */
  readonly #appending = new Map<string, Readonly<{ count: number; overlapping: boolean }>>();

  /** Whether the stream surely has nothing from that revision on. */
  isAtEnd(stream: string, revision: number): boolean {
    const end = this.#ends.get(stream);
    return end !== undefined && revision >= end;
  }

  /** A read that found nothing from `end` on. While somebody appends it says nothing about the moment after. */
  learn(stream: string, end: number): void {
    if (this.#appending.has(stream)) return;
    this.#ends.delete(stream);
    this.#ends.set(stream, end);
    if (this.#ends.size > CAPACITY) {
      const oldest = this.#ends.keys().next();
      if (!oldest.done) this.#ends.delete(oldest.value);
    }
  }

  /** Forgets the end while `append` is under way. Gives back what it gives. */
  async during<T extends Readonly<{ revision: bigint }>>(
    stream: string,
    first: number,
    count: number,
    append: () => Promise<T>,
  ): Promise<T> {
    const known = this.#ends.get(stream);
    const others = this.#appending.get(stream)?.count ?? 0;
    this.#ends.delete(stream);
    this.#appending.set(stream, { count: others + 1, overlapping: others > 0 });
    let end: number | null = null;
    try {
      const result = await append();
      // Only when nothing was there before can the result be no repeated one, from the middle of the stream.
      if (known !== undefined && known === first) end = first + count;
      return result;
    } finally {
      const { count, overlapping } = this.#appending.get(stream) ?? { count: 1, overlapping: true };
      if (count > 1) this.#appending.set(stream, { count: count - 1, overlapping });
      else this.#appending.delete(stream);
      if (end !== null && !overlapping) this.learn(stream, end);
    }
  }
}
