import { describe, expect, it } from 'vitest';
import { SpanCells } from './span-cells.js';

const ROWS = 300 * 1_024;

const arraysOf = ({ ints, doubles }: SpanCells) => [...Object.values(ints), ...Object.values(doubles)];

describe('cells that grow', () => {
  it('copy one column at a time once there are many rows, and none for most of them', () => {
    const cells = new SpanCells();
    let before = arraysOf(cells);
    const copied: number[] = [];
    for (let n = 0; n < ROWS; n += 1) {
      const row = cells.take('closed');
      if (row % 1_024 !== 1_023) continue;
      const after = arraysOf(cells);
      copied.push(after.filter((array, at) => array !== before[at]).length);
      before = after;
    }
    expect(Math.max(...copied.slice(64))).toBe(1);
    expect(copied.slice(64).filter((count) => count > 0)).toHaveLength(2 * before.length);
  });

  it('keep what was written, in every column and row', () => {
    const cells = new SpanCells();
    for (let n = 0; n < ROWS; n += 1) {
      const row = cells.take(n % 3 === 0 ? 'closed' : 'lasting');
      for (const array of arraysOf(cells)) array[row] = row;
    }
    expect(cells.rows).toBe(ROWS);
    for (const array of arraysOf(cells)) {
      const [end, wrong] = [cells.end, array.subarray(0, cells.end).findIndex((value, row) => value !== row)];
      // Rows that nobody has taken yet are at the ends of the last blocks.
      expect(wrong === -1 || wrong >= end - 2 * 1_024).toBe(true);
    }
  });
});
