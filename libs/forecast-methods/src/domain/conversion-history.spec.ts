import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConversionHistory } from './conversion-history.js';
import type { DealEnd, ObservedDeal } from './observed-deal.js';

const TODAY = 100;
const PLACE = { processId: 'p', stage: 'talk', segment: null };

/** A deal that came into `talk` on the day it was opened, and stayed there until its end. */
const deal = (openedDay: number, end: DealEnd | null, more: Partial<ObservedDeal> = {}): ObservedDeal => ({
  dealId: 'd',
  processId: 'p',
  segment: null,
  ownerId: null,
  openedDay,
  visits: [{ stage: 'talk', from: openedDay, to: end?.day ?? null }],
  end,
  amount: 100,
  credits: [],
  expectedDay: null,
  category: null,
  ...more,
});

const won = (day: number): DealEnd => ({ kind: 'won', day, signedDay: day });
const lost = (day: number): DealEnd => ({ kind: 'lost', day, signedDay: null });

const learned = (...deals: readonly ObservedDeal[]) => {
  const history = new ConversionHistory(TODAY);
  for (const each of deals) history.add(each);
  return history;
};

describe('what history says of an open deal', () => {
  it('is the configured probability while there is none', () => {
    const outlook = learned().outlook(PLACE, 3, 0.4);
    expect([outlook.wins, outlook.winsWithin(1_000)]).toEqual([0.4, 0]);
  });

  it('is shrunk toward what was configured, as if that had 20 cases', () => {
    // 3 of 4 were won: (4 × 0.75 + 20 × 0.3) ÷ 24.
    const outlook = learned(deal(1, won(3)), deal(1, won(4)), deal(1, won(6)), deal(1, lost(5))).outlook(PLACE, 0, 0.3);
    expect(outlook.wins).toBeCloseTo((4 * 0.75 + 20 * 0.3) / 24, 12);
  });

  it('knows when deals are won: by then, by the way the days to a win spread', () => {
    // Own curve: half within 10 days, all within 21; without history: configured × the same spread.
    const outlook = learned(deal(0, won(9)), deal(0, won(20))).outlook(PLACE, 0, 0.5);
    expect(outlook.winsWithin(10)).toBeCloseTo((2 * 0.5 + 20 * 0.5 * 0.5) / 22, 12);
    expect(outlook.winsWithin(21)).toBeCloseTo((2 * 1 + 20 * 0.5) / 22, 12);
  });

  it('takes those that were still in the stage at the same age', () => {
    // Quick wins, slow losses: who is still there after a week is lost.
    const quick = Array.from({ length: 30 }, () => deal(10, won(13)));
    const slow = Array.from({ length: 30 }, () => deal(10, lost(30)));
    const history = learned(...quick, ...slow);
    const fresh = history.outlook(PLACE, 0, 0.5).wins;
    const aged = history.outlook(PLACE, 8, 0.5).wins;
    expect(fresh).toBeCloseTo(0.5, 12);
    // Of the cohort of 0 days, after 8 days all 30 left are lost: (30 × 0 + 20 × 0.5) ÷ 50 = 0.2; of that of 7 days too.
    expect(aged).toBeCloseTo((20 * 0.2) / 50, 12);
  });

  it('compares a deal with its segment first, and a small segment with all', () => {
    const large = Array.from({ length: 5 }, () => deal(0, lost(4), { segment: 'large' }));
    const small = Array.from({ length: 15 }, () => deal(0, won(4), { segment: 'small' }));
    const history = learned(...large, ...small);
    const all = (20 * 0.75 + 20 * 0.5) / 40;
    expect(history.outlook(PLACE, 0, 0.5).wins).toBeCloseTo(all, 12);
    expect(history.outlook({ ...PLACE, segment: 'large' }, 0, 0.5).wins).toBeCloseTo((20 * all) / 25, 12);
    expect(history.outlook({ ...PLACE, segment: 'unheard of' }, 0, 0.5).wins).toBeCloseTo(all, 12);
  });

  it('names the samples behind each probability', () => {
    const [first, ...others] = learned(deal(0, won(3)), deal(0, lost(3)), deal(98, null)).stages(() => 0.5);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ ...PLACE, fromAge: 0, won: 1, lost: 1, stillOpen: 1 });
    expect(first?.interval.low).toBeLessThan(first?.probability ?? 0);
    expect(first?.interval.high).toBeGreaterThan(first?.probability ?? 1);
  });

  it('is a probability whatever happened, and more time never makes winning less likely', () => {
    const day = fc.integer({ min: 0, max: TODAY });
    const anyDeal = fc.tuple(day, day, fc.constantFrom(won, lost, null)).map(([a, b, end]) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      return deal(from, end?.(to) ?? null);
    });
    fc.assert(
      fc.property(fc.array(anyDeal, { maxLength: 40 }), fc.integer({ min: 0, max: 400 }), (deals, age) => {
        const outlook = learned(...deals).outlook(PLACE, age, 0.4);
        const within = [1, 5, 30, 90, 400].map(outlook.winsWithin);
        expect(within).toEqual(within.toSorted((a, b) => a - b));
        for (const share of [outlook.wins, ...within]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
