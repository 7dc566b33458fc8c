import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutcomeTimes } from './outcome-times.js';

const timesOf = (...outcomes: readonly (readonly ['won' | 'lost' | 'stillOpen', number])[]) => {
  const times = new OutcomeTimes();
  for (const [kind, days] of outcomes) times.add(kind, days);
  return times.cumulativeIncidence();
};

const EVER = Number.POSITIVE_INFINITY;

describe('the cumulative incidence of winning and losing', () => {
  it('is the plain share where every deal has ended', () => {
    const curve = timesOf(['won', 1], ['won', 5], ['lost', 3], ['lost', 9]);
    expect([curve.wonWithin(EVER), curve.lostWithin(EVER)]).toEqual([0.5, 0.5]);
    expect([curve.wonWithin(2), curve.wonWithin(6), curve.lostWithin(3), curve.lostWithin(4)]).toEqual([
      0.25, 0.5, 0, 0.25,
    ]);
  });

  it('does not count an open deal as lost, nor leave it out', () => {
    // Day 1: 1 of 4 won: F = 1/4, open 3/4. Day 2: one is watched no longer. Day 3: 1 of 2 lost: 3/8, open 3/8.
    // Day 4: 1 of 1 won: F = 1/4 + 3/8.
    const curve = timesOf(['won', 1], ['stillOpen', 2], ['lost', 3], ['won', 4]);
    expect(curve.wonWithin(EVER)).toBeCloseTo(5 / 8, 12);
    expect(curve.lostWithin(EVER)).toBeCloseTo(3 / 8, 12);
  });

  it('takes an end on the day before it takes those who are watched no longer', () => {
    const curve = timesOf(['won', 1], ['stillOpen', 1]);
    expect([curve.wonWithin(EVER), curve.watchedFor(1), curve.watchedFor(2)]).toEqual([0.5, 2, 0]);
  });

  it('grows evenly within a day', () => {
    const curve = timesOf(['won', 2], ['lost', 8]);
    expect([curve.wonWithin(2), curve.wonWithin(2.5), curve.wonWithin(3)]).toEqual([0, 0.25, 0.5]);
  });

  it('is nothing without deals', () => {
    const curve = timesOf();
    expect([curve.wonWithin(EVER), curve.lostWithin(5), curve.watchedFor(0)]).toEqual([0, 0, 0]);
  });

  it('never falls, and with losing never exceeds 1', () => {
    const outcome = fc.tuple(fc.constantFrom('won', 'lost', 'stillOpen'), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 60 }), (outcomes) => {
        const curve = timesOf(...(outcomes as ['won', number][]));
        const shares = Array.from({ length: 60 }, (_, day) => curve.wonWithin(day));
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(curve.wonWithin(EVER) + curve.lostWithin(EVER)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
