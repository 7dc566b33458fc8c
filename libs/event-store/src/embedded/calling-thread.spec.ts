import { describe, expect, it } from 'vitest';
import { CallingThread } from './calling-thread.js';

const SMALL = { events: 1, characters: 500 };

/** How many of so many small batches it takes, each of which lasts so many milliseconds. */
const taken = (thread: CallingThread, batches: number, milliseconds: number): number => {
  let count = 0;
  for (let n = 0; n < batches; n += 1) {
    if (!thread.takes(SMALL)) continue;
    count += 1;
    thread.learn(milliseconds);
  }
  return count;
};

describe('what is written on the calling thread', () => {
  it('is small', () => {
    const thread = new CallingThread();
    expect(thread.takes(SMALL)).toBe(true);
    expect(thread.takes({ events: 257, characters: 257 * 500 })).toBe(false);
    expect(thread.takes({ events: 1, characters: 300_000 })).toBe(false);
  });

  it('leaves every 250th to the other thread, which moves the write-ahead log on', () => {
    expect(taken(new CallingThread(), 5_000, 0.1)).toBe(4_980);
  });

  it('is nothing but every 250th where a commit takes long', () => {
    const thread = new CallingThread();
    taken(thread, 5_000, 20);
    expect(taken(thread, 5_000, 20)).toBe(20);
  });

  it('is small batches again when the disk is fast again', () => {
    const thread = new CallingThread();
    taken(thread, 5_000, 20);
    taken(thread, 1_000, 0.1);
    expect(taken(thread, 1_000, 0.1)).toBe(996);
  });
});
