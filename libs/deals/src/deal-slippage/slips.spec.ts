import { describe, expect, it } from 'vitest';
import { dayNumberOf } from '../deal-figures/day-numbers.js';
import { boundsOf } from '../deal-paths/paths-in.js';
import { eachPathOf, type ToldDeal, type ToldState } from '../deal-paths/told-deals.js';
import { slippageByOwner, slippageOf } from './slippage.js';
import { type Slip, slipsOf } from './slips.js';

const DAY = 86_400_000;
const at = (date: string): number => Date.parse(date);

type Step = readonly [
  date: string,
  status: ToldState['status'],
  expected: string | null,
  ownerId?: string,
  amount?: number,
];

const path = (dealId: string, ...steps: readonly Step[]): ToldDeal => ({
  dealId,
  states: steps.map(([date, status, expectedCloseOn, ownerId = 'ann', amount = 100]) => ({
    ...{ from: at(date), status, stage: 'first', ownerId, amount, expectedCloseOn, split: null },
  })),
});

const march = { from: '2017-03-01', to: '2017-04-01' };

const slips = (
  paths: readonly ToldDeal[],
  days: { from: string | null; to: string | null } = march,
  owner?: string,
): readonly Slip[] => {
  const found: Slip[] = [];
  const asOf = at('2017-05-01');
  eachPathOf(
    paths,
    asOf,
  )((each) => {
    const question = {
      days: boundsOf(days, dayNumberOf),
      time: boundsOf(days, at),
      asOf,
      endOf: (day: number) => (day + 1) * DAY,
      counts: (ownerId: string | null) => owner === undefined || ownerId === owner,
    };
    found.push(...slipsOf(each, question));
  });
  return found;
};

const told = (found: readonly Slip[]) => found.map(({ kind, from, to, days }) => [kind, from, to, days]);

describe('an expected close date', () => {
  it('slips when its day is over and the deal is open', () => {
    const [slip, ...others] = slips([path('d', ['2017-02-01', 'Open', '2017-03-10'])]);
    expect(others).toEqual([]);
    expect(slip).toEqual({
      kind: 'slipped',
      dealId: 'd',
      at: at('2017-03-11'),
      from: '2017-03-10',
      to: null,
      days: 51,
      isOpen: true,
      ownerId: 'ann',
      amount: 100,
      credits: [{ ownerId: 'ann', amount: 100 }],
      row: 0,
      endRow: 0,
      revision: 0,
    });
  });

  it('does not slip when the deal closes, or is moved, on the day', () => {
    const closed = path('c', ['2017-02-01', 'Open', '2017-03-10'], ['2017-03-10T23:59:59.999Z', 'Won', '2017-03-10']);
    const moved = path('m', ['2017-02-01', 'Open', '2017-03-10'], ['2017-03-11', 'Open', '2017-03-09']);
    expect(told(slips([closed]))).toEqual([]);
    expect(told(slips([moved])).filter(([, from]) => from === '2017-03-10')).toEqual([]);
  });

  it('slips by the days until it is moved or the deal closes, each time', () => {
    const deal = path(
      'd',
      ['2017-02-01', 'Open', '2017-03-10'],
      ['2017-03-14', 'Open', '2017-03-20'],
      ['2017-03-31', 'Lost', '2017-03-20'],
    );
    expect(told(slips([deal]))).toEqual([
      ['slipped', '2017-03-10', '2017-03-20', 3],
      ['slipped', '2017-03-20', null, 10],
      ['postponed', '2017-03-10', '2017-03-20', 10],
    ]);
  });

  it('slips at once when it is set into the past, and not twice while something else changes', () => {
    const deal = path(
      'd',
      ['2017-03-20', 'Open', '2017-03-10'],
      ['2017-03-25', 'Open', '2017-03-10', 'bob'],
      ['2017-03-26', 'Won', '2017-03-10'],
    );
    const found = slips([deal]);
    expect(told(found)).toEqual([['slipped', '2017-03-10', null, 15]]);
    expect(found[0]).toMatchObject({ at: at('2017-03-20'), ownerId: 'ann', isOpen: false });
  });

  it('is pushed when it leaves the time asked about, and only postponed when it stays in it', () => {
    const within = path(
      'w',
      ['2017-03-01', 'Open', '2017-03-10'],
      ['2017-03-05', 'Open', '2017-03-31'],
      ['2017-03-06', 'Won', null],
    );
    const beyond = path(
      'b',
      ['2017-03-01', 'Open', '2017-03-10'],
      ['2017-03-05', 'Open', '2017-04-01'],
      ['2017-03-06', 'Won', null],
    );
    const later = path(
      'l',
      ['2017-03-01', 'Open', '2017-04-10'],
      ['2017-03-05', 'Open', '2017-05-01'],
      ['2017-03-06', 'Won', null],
    );
    expect(told(slips([within]))).toEqual([['postponed', '2017-03-10', '2017-03-31', 21]]);
    expect(told(slips([beyond]))).toEqual([
      ['postponed', '2017-03-10', '2017-04-01', 22],
      ['pushed', '2017-03-10', '2017-04-01', 22],
    ]);
    expect(told(slips([later]))).toEqual([['postponed', '2017-04-10', '2017-05-01', 21]]);
  });

  it('is not pushed by an earlier date, by a closed deal, or outside of the time asked about', () => {
    const pulled = path(
      'p',
      ['2017-03-01', 'Open', '2017-04-10'],
      ['2017-03-05', 'Open', '2017-03-31'],
      ['2017-03-06', 'Won', null],
    );
    const closed = path('c', ['2017-03-01', 'Open', '2017-03-20'], ['2017-03-06', 'Won', '2017-04-20']);
    const before = path(
      'b',
      ['2017-02-01', 'Open', '2017-03-20'],
      ['2017-02-06', 'Open', '2017-04-20'],
      ['2017-02-07', 'Won', null],
    );
    expect(told(slips([pulled, closed, before]))).toEqual([]);
    expect(told(slips([before], { from: null, to: null }))).toEqual([['postponed', '2017-03-20', '2017-04-20', 31]]);
  });

  it('counts for whoever owned the deal when it happened', () => {
    const deal = path('d', ['2017-02-01', 'Open', '2017-03-10'], ['2017-03-20', 'Open', '2017-03-31', 'bob']);
    expect(told(slips([deal], march, 'ann'))).toEqual([
      ['slipped', '2017-03-10', '2017-03-31', 9],
      ['postponed', '2017-03-10', '2017-03-31', 21],
    ]);
    expect(told(slips([deal], march, 'bob'))).toEqual([['slipped', '2017-03-31', null, 30]]);
  });

  it('counts each share of a split deal for who has it, and the deal once', () => {
    const whole = path('d', ['2017-02-01', 'Open', '2017-03-10', 'ann', 101]);
    const split = ['bob', 'cid'].map((repId) => ({ repId, basisPoints: 5_000 }));
    const deal = { ...whole, states: whole.states.map((state) => ({ ...state, split })) };
    const amounts = (found: readonly Slip[]) => found.map(({ kind, amount }) => [kind, amount]);
    expect(amounts(slips([deal]))).toEqual([['slipped', 101]]);
    expect(amounts(slips([deal], march, 'bob'))).toEqual([['slipped', 51]]);
    expect(slips([deal], march, 'ann')).toEqual([]);
    const { slipped } = slippageOf(slips([deal]));
    expect([slipped.deals, slipped.times, slipped.amount]).toEqual([1, 1, 101]);
    expect(slippageByOwner(slips([deal])).map((own) => [own.ownerId, own.slipped.deals, own.slipped.amount])).toEqual([
      ...[
        ['bob', 1, 51],
        ['cid', 1, 50],
      ],
    ]);
  });
});

describe('slippage', () => {
  const often = path(
    'often',
    ['2017-02-01', 'Open', '2017-03-05', 'ann', 100],
    ['2017-03-08', 'Open', '2017-03-15', 'ann', 300],
    ['2017-03-21', 'Open', '2017-06-01', 'ann', 300],
  );
  const once = path('once', ['2017-02-01', 'Open', '2017-03-30', 'bob', 50]);

  it('says how many deals, how often, and how far at the median', () => {
    const found = slippageOf(slips([often, once]));
    expect(found).toEqual({
      slipped: { deals: 2, times: 3, amount: 350, medianDays: 5 },
      pushed: { deals: 1, times: 1, amount: 300, medianDays: 78 },
      postponed: { deals: 1, times: 2, amount: 300, medianDays: 44 },
      stillOpen: 1,
    });
  });

  it('adds up by owner, who slipped most often first', () => {
    const byOwner = slippageByOwner(slips([once, often]));
    expect(byOwner.map(({ ownerId, slipped }) => [ownerId, slipped.times])).toEqual([
      ['ann', 2],
      ['bob', 1],
    ]);
  });

  it('of nothing is nothing', () => {
    const none = { deals: 0, times: 0, amount: 0, medianDays: null };
    expect(slippageOf([])).toEqual({ slipped: none, pushed: none, postponed: none, stillOpen: 0 });
    expect(slippageByOwner([])).toEqual([]);
  });
});
