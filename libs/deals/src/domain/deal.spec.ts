import { describe, expect, it } from 'vitest';
import { at, given, SOME_TIME } from '#testing/given.js';
import { categorizeDeal } from './categorize-deal.js';
import { changeDealAmount } from './change-deal-amount.js';
import { changeDealLines } from './change-deal-lines.js';
import type { DealEvent, DealLine, DealOpened } from './deal.events.js';
import { type Deal, dealDecider } from './deal.state.js';
import { loseDeal } from './lose-deal.js';
import { reassignDeal } from './reassign-deal.js';
import { reopenDeal } from './reopen-deal.js';
import { rescheduleDeal } from './reschedule-deal.js';
import { splitDeal } from './split-deal.js';
import { winDeal } from './win-deal.js';

const TODAY = '2017-03-01';
const LATER = '2017-03-01T00:00:00.000Z';
const usd = (amount: number) => ({ amount, currency: 'USD' });
const euro = { amount: 1, currency: 'EUR' };
const ada = { departure: null };
const leaver = { departure: { on: '2017-01-31' } };

const of = { dealId: 'd1', customerId: 'c1' };
const pro: DealLine = { productId: 'gtx', model: 'pro', quantity: 3, price: usd(2000), amount: usd(6000) };
const mg: DealLine = { productId: 'mg', model: null, quantity: 1, price: usd(2000), amount: usd(2000) };
const data: DealOpened['data'] = {
  ...of,
  processId: 'direct',
  name: 'Fifty seats',
  stage: 'talks',
  amount: usd(8000),
  lines: [pro, mg],
  ownerId: 'ada',
  expectedCloseOn: '2017-05-01',
  fields: {},
};
const opened: DealOpened = { type: 'DealOpened', data };
const { dealId: id, ...content } = data;
const state: Deal = {
  id,
  ...content,
  status: 'Open',
  forecastCategory: null,
  split: null,
  openedAt: SOME_TIME,
  stageSince: SOME_TIME,
  closedAt: null,
  signedOn: null,
  lostReason: null,
  competitor: null,
  reopenReason: null,
  opened: data,
  courses: {
    worth: [{ from: SOME_TIME, value: { amount: usd(8000), lines: [pro, mg] } }],
    stage: [{ from: SOME_TIME, value: 'talks' }],
    expectedCloseOn: [{ from: SOME_TIME, value: '2017-05-01' }],
    ownerId: [{ from: SOME_TIME, value: 'ada' }],
  },
};
/** The state when this was set at the very instant of the opening. */
const set = (change: Partial<Deal>, courses: Partial<Deal['courses']>): Deal => ({
  ...state,
  ...change,
  courses: { ...state.courses, ...courses },
});

const closing = { ...of, processId: 'direct', stage: 'talks', amount: usd(8000), ownerId: 'ada' };
const wonData = { ...closing, lines: [pro, mg], signedOn: '2017-02-28' };
const won = { type: 'DealWon', data: wonData } as const;
const lost = {
  type: 'DealLost',
  data: { ...closing, lines: [pro, mg], reason: 'price', competitor: 'Initech' },
} as const;
const reopened = { type: 'DealReopened', data: { ...closing, was: 'Lost', reason: 'They called back' } } as const;

const deal = given(dealDecider);

describe('changing the amount of a deal', () => {
  const change = { dealId: 'd1', amount: usd(4000) };
  const lines = [
    { ...pro, amount: usd(3000) },
    { ...mg, amount: usd(1000) },
  ];
  const changed = { type: 'DealAmountChanged', data: { ...of, from: usd(8000), to: usd(4000), lines } } as const;

  it('tells what it was and gives each line its share', () => {
    deal(opened).when(changeDealAmount, change).then(changed);
    deal(opened, changed).thenState(
      set({ amount: usd(4000), lines }, { worth: [{ from: SOME_TIME, value: { amount: usd(4000), lines } }] }),
    );
  });

  it('keeps to the prices of the lines, however often the amount changes', () => {
    const free = {
      type: 'DealAmountChanged',
      data: { ...of, from: usd(8000), to: usd(0), lines: lines.map((line) => ({ ...line, amount: usd(0) })) },
    } as const;
    deal(opened)
      .when(changeDealAmount, { ...change, amount: usd(0) })
      .then(free);
    deal(opened, free)
      .when(changeDealAmount, change)
      .then({ ...changed, data: { ...changed.data, from: usd(0) } });
  });

  it('changes nothing when that is the amount', () => {
    deal(opened, changed).when(changeDealAmount, change).thenNothing();
  });

  it('refuses what is no amount, and another currency', () => {
    deal(opened)
      .when(changeDealAmount, { ...change, amount: usd(-1) })
      .thenRejected('AmountInvalid');
    deal(opened)
      .when(changeDealAmount, { ...change, amount: euro })
      .thenRejected('CurrencyMismatch');
  });
});

describe('changing the lines of a deal', () => {
  const five = { ...pro, quantity: 5, amount: usd(10000) };
  const change = { dealId: 'd1', lines: [{ productId: 'gtx', model: 'pro', quantity: 5, price: usd(2000) }] };
  const changed = {
    type: 'DealLinesChanged',
    data: { ...of, from: usd(8000), to: usd(10000), lines: [five] },
  } as const;

  it('makes it worth what they add up to', () => {
    deal(opened).when(changeDealLines, change).then(changed);
    deal(opened, changed).thenState(
      set(
        { amount: usd(10000), lines: [five] },
        { worth: [{ from: SOME_TIME, value: { amount: usd(10000), lines: [five] } }] },
      ),
    );
  });

  it('leaves the amount when no line is left', () => {
    deal(opened)
      .when(changeDealLines, { dealId: 'd1', lines: [] })
      .then({ type: 'DealLinesChanged', data: { ...of, from: usd(8000), to: usd(8000), lines: [] } });
  });

  it('changes nothing when they are the lines', () => {
    deal(opened, changed).when(changeDealLines, change).thenNothing();
  });

  it('refuses what is no quantity or amount, and another currency', () => {
    const line = { productId: 'gtx', quantity: 1, price: usd(1) };
    deal(opened)
      .when(changeDealLines, { dealId: 'd1', lines: [{ ...line, quantity: 0 }] })
      .thenRejected('QuantityNotPositive');
    deal(opened)
      .when(changeDealLines, { dealId: 'd1', lines: [{ ...line, price: usd(-1) }] })
      .thenRejected('AmountInvalid');
    deal(opened)
      .when(changeDealLines, { dealId: 'd1', lines: [{ ...line, price: euro }] })
      .thenRejected('CurrencyMismatch');
  });
});

describe('rescheduling, categorizing and reassigning a deal', () => {
  it('tells what it was and what it is', () => {
    const july = { type: 'DealRescheduled', data: { ...of, from: '2017-05-01', to: '2017-07-01' } } as const;
    deal(opened).when(rescheduleDeal, { dealId: 'd1', expectedCloseOn: '2017-07-01' }).then(july);
    deal(opened, july).thenState(
      set({ expectedCloseOn: '2017-07-01' }, { expectedCloseOn: [{ from: SOME_TIME, value: '2017-07-01' }] }),
    );

    const commit = { type: 'DealCategorized', data: { ...of, from: null, to: 'commit' } } as const;
    deal(opened).when(categorizeDeal, { dealId: 'd1', forecastCategory: 'commit' }).then(commit);
    deal(opened, commit).thenState({ ...state, forecastCategory: 'commit' });

    const toBob = { type: 'DealReassigned', data: { ...of, from: 'ada', to: 'bob' } } as const;
    deal(opened).when(reassignDeal, { dealId: 'd1', ownerId: 'bob' }, ada).then(toBob);
    deal(opened, toBob).thenState(set({ ownerId: 'bob' }, { ownerId: [{ from: SOME_TIME, value: 'bob' }] }));
  });

  it('can take the date, the category and the owner away', () => {
    deal(opened)
      .when(rescheduleDeal, { dealId: 'd1', expectedCloseOn: null })
      .then({ type: 'DealRescheduled', data: { ...of, from: '2017-05-01', to: null } });
    deal(opened, { type: 'DealCategorized', data: { ...of, from: null, to: 'omitted' } })
      .when(categorizeDeal, { dealId: 'd1', forecastCategory: null })
      .then({ type: 'DealCategorized', data: { ...of, from: 'omitted', to: null } });
    deal(opened)
      .when(reassignDeal, { dealId: 'd1', ownerId: null }, null)
      .then({ type: 'DealReassigned', data: { ...of, from: 'ada', to: null } });
  });

  it('changes nothing when it is so already', () => {
    deal(opened).when(rescheduleDeal, { dealId: 'd1', expectedCloseOn: '2017-05-01' }).thenNothing();
    deal(opened).when(categorizeDeal, { dealId: 'd1', forecastCategory: null }).thenNothing();
    deal(opened).when(reassignDeal, { dealId: 'd1', ownerId: 'ada' }, leaver).thenNothing();
  });

  it('refuses an owner who is not there', () => {
    deal(opened).when(reassignDeal, { dealId: 'd1', ownerId: 'bob' }, null).thenRejected('RepUnknown');
    deal(opened).when(reassignDeal, { dealId: 'd1', ownerId: 'bob' }, leaver).thenRejected('RepDeparted');
  });
});

describe('splitting a deal', () => {
  const shares = [
    { repId: 'ada', basisPoints: 6_000 },
    { repId: 'bob', basisPoints: 4_000 },
  ];
  const split = { type: 'DealSplit', data: { ...of, from: null, to: shares } } as const;
  const toBob = { type: 'DealReassigned', data: { ...of, from: 'ada', to: 'bob' } } as const;
  const toCid = { type: 'DealReassigned', data: { ...of, from: 'ada', to: 'cid' } } as const;

  it('credits each rep with a share, and leaves the deal its owner', () => {
    deal(opened).when(splitDeal, { dealId: 'd1', shares }, [ada, ada]).then(split);
    deal(opened, split).thenState(set({ split: shares }, {}));
    deal(opened, split).when(splitDeal, { dealId: 'd1', shares }, [ada, ada]).thenNothing();
  });

  it('gives all credit back to the owner by no shares', () => {
    deal(opened, split)
      .when(splitDeal, { dealId: 'd1', shares: [] }, [])
      .then({ type: 'DealSplit', data: { ...of, from: shares, to: null } });
    deal(opened).when(splitDeal, { dealId: 'd1', shares: [] }, []).thenNothing();
  });

  it('hands the share of an owner on with the deal', () => {
    const ofBob = [{ repId: 'bob', basisPoints: 10_000 }];
    const ofCid = [{ repId: 'cid', basisPoints: 6_000 }, shares[1] ?? []];
    deal(opened, split, toBob).thenState(
      set({ split: ofBob, ownerId: 'bob' }, { ownerId: [{ from: SOME_TIME, value: 'bob' }] }),
    );
    deal(opened, split, toCid).thenState(
      set({ split: ofCid as typeof shares, ownerId: 'cid' }, { ownerId: [{ from: SOME_TIME, value: 'cid' }] }),
    );
  });

  it('refuses shares that do not make up the deal, twice of one rep, or of nothing', () => {
    const refused = (...given: readonly [string, number][]) =>
      deal(opened)
        .when(
          splitDeal,
          { dealId: 'd1', shares: given.map(([repId, basisPoints]) => ({ repId, basisPoints })) },
          given.map(() => ada),
        )
        .thenRejected('SplitInvalid');
    refused(['ada', 6_000], ['bob', 3_999]);
    refused(['ada', 6_000], ['bob', 4_001]);
    refused(['ada', 5_000], ['ada', 5_000]);
    refused(['ada', 10_000], ['bob', 0]);
    refused(['ada', 9_999.5], ['bob', 0.5]);
  });

  it('refuses reps who are not there, and a closed deal', () => {
    deal(opened).when(splitDeal, { dealId: 'd1', shares }, [ada, null]).thenRejected('RepUnknown');
    deal(opened).when(splitDeal, { dealId: 'd1', shares }, [ada, leaver]).thenRejected('RepDeparted');
    deal(opened, won).when(splitDeal, { dealId: 'd1', shares }, [ada, ada]).thenRejected('DealNotOpen');
  });
});

describe('winning a deal', () => {
  const win = { dealId: 'd1', signedOn: '2017-02-28' };

  it('credits its owner with its amount, in any stage', () => {
    deal(opened).when(winDeal, win, TODAY).then(won);
    deal(opened, at(LATER, won)).thenState({ ...state, status: 'Won', closedAt: LATER, signedOn: '2017-02-28' });
  });

  it('takes the amount that was signed, with the share of each line', () => {
    const lines = [
      { ...pro, amount: usd(3000) },
      { ...mg, amount: usd(1000) },
    ];
    const signed = { type: 'DealWon', data: { ...wonData, amount: usd(4000), lines } } as const;
    deal(opened)
      .when(winDeal, { ...win, amount: usd(4000) }, TODAY)
      .then(signed);
    deal(opened, signed)
      .when(winDeal, { ...win, amount: usd(4000) }, TODAY)
      .thenNothing();
    deal(opened, signed)
      .when(winDeal, { ...win, amount: usd(8000) }, TODAY)
      .thenRejected('DealNotOpen');
  });

  it('changes nothing when it was won so', () => {
    deal(opened, won).when(winDeal, win, TODAY).thenNothing();
  });

  it('was signed on the day it was won unless told otherwise, also when told so again later', () => {
    const today = { type: 'DealWon', data: { ...wonData, signedOn: TODAY } } as const;
    deal(opened).when(winDeal, { dealId: 'd1' }, TODAY).then(today);
    deal(opened, today).when(winDeal, { dealId: 'd1' }, '2017-03-02').thenNothing();
  });

  it('refuses a signature that is yet to come', () => {
    deal(opened)
      .when(winDeal, { ...win, signedOn: '2017-03-02' }, TODAY)
      .thenRejected('SignedInFuture', 'The deal was won on 2017-03-01; it cannot be signed on 2017-03-02');
  });

  it('refuses a deal that was closed otherwise', () => {
    deal(opened, won)
      .when(winDeal, { ...win, signedOn: '2017-03-01' }, TODAY)
      .thenRejected('DealNotOpen');
    deal(opened, lost).when(winDeal, win, TODAY).thenRejected('DealNotOpen');
  });

  it('refuses what is no amount, and another currency', () => {
    deal(opened)
      .when(winDeal, { ...win, amount: usd(0.5) }, TODAY)
      .thenRejected('AmountInvalid');
    deal(opened)
      .when(winDeal, { ...win, amount: euro }, TODAY)
      .thenRejected('CurrencyMismatch');
  });
});

describe('losing a deal', () => {
  const lose = { dealId: 'd1', reason: 'price', competitor: 'Initech' };

  it('tells why and to whom', () => {
    deal(opened).when(loseDeal, lose).then(lost);
    deal(opened)
      .when(loseDeal, { dealId: 'd1', reason: 'price' })
      .then({ type: 'DealLost', data: { ...lost.data, competitor: null } });
    deal(opened, at(LATER, lost)).thenState({
      ...state,
      status: 'Lost',
      closedAt: LATER,
      lostReason: 'price',
      competitor: 'Initech',
    });
  });

  it('changes nothing when it was lost so', () => {
    deal(opened, lost).when(loseDeal, lose).thenNothing();
  });

  it('refuses a deal that was closed otherwise', () => {
    deal(opened, lost)
      .when(loseDeal, { ...lose, competitor: null })
      .thenRejected('DealNotOpen');
    deal(opened, won).when(loseDeal, lose).thenRejected('DealNotOpen');
  });

  it('needs a reason', () => {
    deal(opened).when(loseDeal, { dealId: 'd1', reason: '' }).thenRejected('ReasonMissing');
  });
});

describe('reopening a deal', () => {
  const reopen = { dealId: 'd1', reason: 'They called back' };

  it('goes on in the stage that it had, and tells which credit it takes back', () => {
    deal(opened, lost).when(reopenDeal, reopen).then(reopened);
    deal(opened, won)
      .when(reopenDeal, reopen)
      .then({ type: 'DealReopened', data: { ...reopened.data, was: 'Won' } });
    deal(opened, lost, at(LATER, reopened)).thenState({
      ...state,
      stageSince: LATER,
      reopenReason: 'They called back',
    });
  });

  it('changes nothing when it was reopened so', () => {
    deal(opened, lost, reopened).when(reopenDeal, reopen).thenNothing();
  });

  it('refuses an open deal', () => {
    deal(opened).when(reopenDeal, reopen).thenRejected('DealNotClosed');
    deal(opened, lost, reopened)
      .when(reopenDeal, { ...reopen, reason: 'Another' })
      .thenRejected('DealNotClosed');
  });

  it('needs a reason', () => {
    deal(opened, lost)
      .when(reopenDeal, { ...reopen, reason: ' ' })
      .thenRejected('ReasonMissing');
  });

  it('lets the deal be closed again', () => {
    deal(opened, lost, reopened).when(winDeal, { dealId: 'd1', signedOn: '2017-02-28' }, TODAY).then(won);
    deal(opened, lost, reopened, won)
      .when(reopenDeal, reopen)
      .then({
        type: 'DealReopened',
        data: { ...reopened.data, was: 'Won' },
      });
  });
});

describe('the facts of a deal', () => {
  it('are stored under names that are unique, and versioned', () => {
    const names = Object.values(dealDecider.types);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z-]+\.v\d+$/);
  });

  it('begin with its opening', () => {
    const early: readonly DealEvent[] = [won, lost, reopened];
    for (const event of early) expect(() => deal(event)).toThrow(`${event.type} before DealOpened`);
  });
});
