import { describe, expect, it } from 'vitest';
import { StreamEnds } from './stream-ends.js';

const appended = (revision: bigint) => async () => ({ revision });

describe('StreamEnds', () => {
  it('knows nothing of a stream that nobody read', () => {
    expect(new StreamEnds().isAtEnd('deal-1', 5)).toBe(false);
  });

  it('knows the end that a read found, and no more', () => {
    const ends = new StreamEnds();
    ends.learn('deal-1', 3);
    expect([2, 3, 4].map((revision) => ends.isAtEnd('deal-1', revision))).toEqual([false, true, true]);
  });

  it('follows an append at the known end', async () => {
    const ends = new StreamEnds();
    ends.learn('deal-1', 3);
    await ends.during('deal-1', 3, 2, appended(4n));
    expect([4, 5].map((revision) => ends.isAtEnd('deal-1', revision))).toEqual([false, true]);
  });

  it('forgets the end at an append that may be a repeated one', async () => {
    const ends = new StreamEnds();
    ends.learn('deal-1', 3);
    await ends.during('deal-1', 2, 1, appended(2n));
    expect(ends.isAtEnd('deal-1', 3)).toBe(false);
  });

  it('claims nothing while an append is under way, and learns nothing from reads meanwhile', async () => {
    const ends = new StreamEnds();
    ends.learn('deal-1', 0);
    let finish = (_: { revision: bigint }): void => {};
    const appending = ends.during(
      'deal-1',
      0,
      1,
      () => new Promise<{ revision: bigint }>((resolve) => (finish = resolve)),
    );
    expect(ends.isAtEnd('deal-1', 0)).toBe(false);
    ends.learn('deal-1', 0);
    expect(ends.isAtEnd('deal-1', 0)).toBe(false);
    const other = ends.during('deal-1', 1, 1, appended(1n));
    finish({ revision: 0n });
    await Promise.all([appending, other]);
    expect(ends.isAtEnd('deal-1', 1)).toBe(false);
  });

  it('forgets the end when an append fails: what it wrote is not known', async () => {
    const ends = new StreamEnds();
    ends.learn('deal-1', 0);
    await expect(ends.during('deal-1', 0, 1, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(ends.isAtEnd('deal-1', 0)).toBe(false);
  });
});
