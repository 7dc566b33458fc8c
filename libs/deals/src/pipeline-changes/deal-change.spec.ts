import { describe, expect, it } from 'vitest';
import { dealChange, type PipelineState } from './deal-change.js';
import { Waterfall } from './waterfall.js';

const FROM = Date.parse('2017-01-01');
const SCOPE = { owners: new Set(['ann']), days: { from: '2017-01-01', to: '2017-04-01' } };

const open: PipelineState = {
  status: 'Open',
  stage: 'first',
  ownerId: 'ann',
  amount: 100,
  expectedCloseOn: '2017-03-01',
  signedOn: null,
  closedAt: null,
};
const won: PipelineState = { ...open, status: 'Won', signedOn: '2017-02-01', closedAt: FROM + 1 };
const lost: PipelineState = { ...open, status: 'Lost', closedAt: FROM + 1 };

const change = (before: PipelineState | null, after: PipelineState) => dealChange(before, after, FROM, SCOPE);
const still = { entry: null, exit: null, moved: 0, growth: 0 };
const nothing = { start: null, end: null, ...still };

describe('between two instants a deal', () => {
  it.each([
    ['stays as it was', open, open, { ...nothing, start: 100, end: 100 }],
    ['grows', open, { ...open, amount: 130 }, { ...nothing, start: 100, end: 130, growth: 30 }],
    ['shrinks', open, { ...open, amount: 60 }, { ...nothing, start: 100, end: 60, growth: -40 }],
    ['is created', null, open, { ...nothing, end: 100, entry: 'created', moved: 100 }],
    ['is opened again', { ...lost, closedAt: FROM - 1 }, open, { ...nothing, end: 100, entry: 'reopened', moved: 100 }],
    [
      'comes from another owner',
      { ...open, ownerId: null },
      open,
      { ...nothing, end: 100, entry: 'transferredIn', moved: 100 },
    ],
    [
      'is pulled in',
      { ...open, expectedCloseOn: '2017-04-01' },
      open,
      { ...nothing, end: 100, entry: 'pulledIn', moved: 100 },
    ],
    [
      'gets its first date',
      { ...open, expectedCloseOn: null },
      open,
      { ...nothing, end: 100, entry: 'pulledIn', moved: 100 },
    ],
    [
      'is pushed out',
      open,
      { ...open, expectedCloseOn: '2017-04-01' },
      { ...nothing, start: 100, exit: 'pushedOut', moved: 100 },
    ],
    [
      'goes to another owner',
      open,
      { ...open, ownerId: 'bob' },
      { ...nothing, start: 100, exit: 'transferredOut', moved: 100 },
    ],
    ['is won', open, won, { ...nothing, start: 100, exit: 'won', moved: 100 }],
    ['is lost', open, lost, { ...nothing, start: 100, exit: 'lost', moved: 100 }],
    [
      'grows as it is won',
      open,
      { ...won, amount: 150 },
      { ...nothing, start: 100, exit: 'won', moved: 150, growth: 50 },
    ],
    ['is created and won', null, won, { ...nothing, entry: 'created', exit: 'won', moved: 100 }],
    [
      'is pulled in by being won',
      { ...open, expectedCloseOn: '2017-05-01' },
      won,
      { ...nothing, entry: 'pulledIn', exit: 'won', moved: 100 },
    ],
    [
      'is won with a close date outside',
      open,
      { ...won, signedOn: '2017-04-01' },
      { ...nothing, start: 100, exit: 'pushedOut', moved: 100 },
    ],
    [
      'is won by its next owner',
      open,
      { ...won, ownerId: 'bob' },
      { ...nothing, start: 100, exit: 'transferredOut', moved: 100 },
    ],
    [
      'is opened again and lost',
      { ...won, closedAt: FROM - 1 },
      lost,
      { ...nothing, entry: 'reopened', exit: 'lost', moved: 100 },
    ],
    ['has been won before', { ...won, closedAt: FROM - 1 }, { ...won, closedAt: FROM - 1 }, nothing],
    ["is somebody else's all the time", { ...open, ownerId: 'bob' }, { ...won, ownerId: 'bob' }, nothing],
  ] as const)('%s', (_, before, after, expected) => {
    expect(change(before, after)).toEqual(expected);
  });
});

it('a waterfall balances, for the amount and the number of deals', () => {
  const waterfall = new Waterfall();
  waterfall.add(change(open, { ...open, amount: 130 }));
  waterfall.add(change(open, { ...won, amount: 90 }));
  waterfall.add(change(null, lost));
  waterfall.add(change({ ...open, ownerId: 'bob' }, open));
  const none = { deals: 0, amount: 0 };
  expect(waterfall.rows).toEqual({
    start: { deals: 2, amount: 200 },
    created: { deals: 1, amount: 100 },
    reopened: none,
    transferredIn: { deals: 1, amount: 100 },
    pulledIn: none,
    increased: { deals: 1, amount: 30 },
    decreased: { deals: 1, amount: 10 },
    pushedOut: none,
    transferredOut: none,
    won: { deals: 1, amount: 90 },
    lost: { deals: 1, amount: 100 },
    end: { deals: 2, amount: 230 },
  });
});
