/** Bounds of a batch that may be written on the calling thread. */
const MAX_EVENTS = 256;
const MAX_CHARACTERS = 256_000;
/** Milliseconds for which a commit may hold up the event loop; as many events take it a few of them on a fast disk. */
const MAX_MILLISECONDS = 8;
/** Weight of the newest commit in what the next one is expected to take. */
const WEIGHT = 0.1;
/** Every so many small batches one goes the other way: the thread moves the write-ahead log on, a slow disk is asked again. */
const OTHER_WAY_EVERY = 250;

export type BatchSize = Readonly<{ events: number; characters: number }>;

export const isSmall = ({ events, characters }: BatchSize): boolean =>
  events <= MAX_EVENTS && characters <= MAX_CHARACTERS;

/**
 * Which batches are written on the calling thread: small ones, and only while the disk is so fast that the event loop
 * hardly notices. There the hop to the writer's thread would be the greater part of an append.
 */
export class CallingThread {
  #expected = 0;
  #turn = 0;

  takes(batch: BatchSize): boolean {
    if (!isSmall(batch)) return false;
    this.#turn = (this.#turn + 1) % OTHER_WAY_EVERY;
    return this.#isSlow() === (this.#turn === 0);
  }

  /** A commit on this thread took so many milliseconds. */
  learn(milliseconds: number): void {
    this.#expected = this.#isSlow() ? milliseconds : (1 - WEIGHT) * this.#expected + WEIGHT * milliseconds;
  }

  #isSlow(): boolean {
    return this.#expected > MAX_MILLISECONDS;
  }
}
