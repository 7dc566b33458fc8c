import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forkNode, HEIGHT, MAX_POINT, OPEN_NODE, stabbingPath } from './interval-tree.js';

type Interval = Readonly<{ lower: number; upper: number }>;

/** What a table with indexes on (node, upper) and (node, lower) would answer, with how often each row came back. */
const stab = (intervals: readonly Interval[], point: number): Interval[] => {
  const rows = intervals.map((interval) => ({ interval, node: forkNode(interval.lower, interval.upper) }));
  const { left, right } = stabbingPath(point);
  return [
    ...left.flatMap((probe) => rows.filter(({ node, interval }) => node === probe && interval.upper >= point)),
    ...right.flatMap((probe) => rows.filter(({ node, interval }) => node === probe && interval.lower <= point)),
  ].map(({ interval }) => interval);
};

const byBounds = (a: Interval, b: Interval) =>
  a.lower - b.lower || (a.upper < b.upper ? -1 : a.upper > b.upper ? 1 : 0);

const points = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 2 ** 42 - 20, max: 2 ** 42 + 20 }),
  fc.integer({ min: MAX_POINT - 20, max: MAX_POINT }),
  fc.integer({ min: 0, max: MAX_POINT }),
);
const closed = fc.tuple(points, points).map(([a, b]) => ({ lower: Math.min(a, b), upper: Math.max(a, b) }));
const open = points.map((lower) => ({ lower, upper: Number.POSITIVE_INFINITY }));

describe('the interval tree', () => {
  it('finds each interval that contains the point exactly once, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(closed, open), { maxLength: 60 }), points, (intervals, point) => {
        const containing = intervals.filter(({ lower, upper }) => lower <= point && point <= upper);
        expect(stab(intervals, point).sort(byBounds)).toEqual(containing.sort(byBounds));
      }),
      { numRuns: 500 },
    );
  });

  it('finds an interval at its own bounds and not one beside them', () => {
    fc.assert(
      fc.property(closed, (interval) => {
        expect(stab([interval], interval.lower)).toEqual([interval]);
        expect(stab([interval], interval.upper)).toEqual([interval]);
        if (interval.lower > 0) expect(stab([interval], interval.lower - 1)).toEqual([]);
        if (interval.upper < MAX_POINT) expect(stab([interval], interval.upper + 1)).toEqual([]);
      }),
    );
  });

  it('keeps intervals without an end apart from all that have one', () => {
    fc.assert(
      fc.property(closed, (interval) => {
        expect(forkNode(interval.lower, interval.upper)).not.toBe(OPEN_NODE);
        expect(forkNode(interval.lower, Number.POSITIVE_INFINITY)).toBe(OPEN_NODE);
      }),
    );
  });

  it('probes at most one node a level, and the open ones', () => {
    fc.assert(
      fc.property(points, (point) => {
        const { left, right } = stabbingPath(point);
        expect(left.length + right.length).toBeLessThanOrEqual(HEIGHT + 1);
        expect(new Set([...left, ...right]).size).toBe(left.length + right.length);
      }),
    );
  });

  it('stores the whole range at the root and single points at their own nodes', () => {
    expect(forkNode(0, MAX_POINT)).toBe(2 ** 42);
    expect(forkNode(0, 0)).toBe(1);
    expect(forkNode(MAX_POINT, MAX_POINT)).toBe(2 ** 43 - 1);
  });

  it('holds the milliseconds of the year 2200', () => {
    const start = Date.UTC(2200, 0, 1);
    const interval = { lower: start, upper: start + 86_400_000 };
    expect(stab([interval], start + 3_600_000)).toEqual([interval]);
  });

  it('throws for what is no point and for an interval that ends before it starts', () => {
    for (const point of [-1, 0.5, Number.NaN, MAX_POINT + 1, Number.POSITIVE_INFINITY]) {
      expect(() => stabbingPath(point)).toThrow(RangeError);
      expect(() => forkNode(point, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    }
    expect(() => forkNode(2, 1)).toThrow(RangeError);
  });
});
