import { describe, expect, it } from 'vitest';
import type { Instant } from '#kernel/instant.js';
import { at, given } from '#testing/given.js';
import { type CorrectDeal, correctDeal } from './correct-deal.js';
import type { DealCorrected, DealEvent, DealLine, DealOpened } from './deal.events.js';
import { dealDecider } from './deal.state.js';
import type { DealProcess } from './deal-process.js';

const [JAN, FEB, MAR, APR, MAY, JUN] = [1, 2, 3, 4, 5, 6].map((month) => `2017-0${month}-01T00:00:00.000Z`) as [
  Instant,
  Instant,
  Instant,
  Instant,
  Instant,
  Instant,
];
const usd = (amount: number) => ({ amount, currency: 'USD' });
const process: DealProcess = {
  id: 'direct',
  stages: ['new', 'talks', 'offer'].map((id) => ({ id, name: id, requires: id === 'offer' ? ['budget'] : [] })),
  rules: { allowSkip: false, allowBack: false },
};
const ada = { departure: null };
const leaver = { departure: { on: '2017-02-15' } };

const of = { dealId: 'd1', customerId: 'c1' };
const line = (productId: string, price: number, amount: number): DealLine => ({
  productId,
  model: null,
  quantity: 1,
  price: usd(price),
  amount: usd(amount),
});
const opening: DealOpened['data'] = {
  ...of,
  processId: 'direct',
  name: 'Fifty seats',
  stage: 'new',
  amount: usd(900),
  lines: [],
  ownerId: 'ada',
  expectedCloseOn: '2017-05-01',
  fields: {},
};
const opened: DealOpened = { type: 'DealOpened', data: opening };
const closing = { ...of, processId: 'direct', stage: 'new', lines: [], ownerId: 'ada' };
const won = (amount: number): DealEvent => ({
  type: 'DealWon',
  data: { ...closing, amount: usd(amount), signedOn: '2017-04-01' },
});
const amountChanged = (from: number, to: number): DealEvent => ({
  type: 'DealAmountChanged',
  data: { ...of, from: usd(from), to: usd(to), lines: [] },
});
const advanced = (from: string, to: string): DealEvent => ({
  type: 'DealAdvanced',
  data: { ...of, from, to, fields: {} },
});

const fact = (more: Partial<DealCorrected['data']>): DealCorrected => ({
  type: 'DealCorrected',
  data: {
    ...of,
    effectiveAt: FEB,
    amount: null,
    stage: null,
    expectedCloseOn: null,
    ownerId: null,
    reason: 'Typed wrong',
    ...more,
  },
});
const amount = (from: number, to: number, until: Instant | null = null): DealCorrected['data']['amount'] => ({
  from: usd(from),
  to: usd(to),
  until,
  lines: [],
});
const correcting = (changes: CorrectDeal['changes'], effectiveAt = FEB, reason = 'Typed wrong'): CorrectDeal => ({
  dealId: 'd1',
  effectiveAt,
  changes,
  reason,
});

const deal = given(dealDecider);
const simple = at(JAN, opened);

describe('correcting a deal', () => {
  it('tells each field that was wrong, what it was thought to be, and that this lasted until now', () => {
    const changes = { amount: usd(100), stage: 'talks', expectedCloseOn: '2017-06-01', ownerId: 'bob' };
    deal(simple)
      .when(correctDeal, correcting(changes), process, ada, JUN)
      .then(
        fact({
          amount: amount(900, 100),
          stage: { from: 'new', to: 'talks', until: null },
          expectedCloseOn: { from: '2017-05-01', to: '2017-06-01', until: null },
          ownerId: { from: 'ada', to: 'bob', until: null },
        }),
      );
  });

  it('can say that there was no date and no owner', () => {
    deal(simple)
      .when(correctDeal, correcting({ expectedCloseOn: null, ownerId: null }), process, null, JUN)
      .then(
        fact({
          expectedCloseOn: { from: '2017-05-01', to: null, until: null },
          ownerId: { from: 'ada', to: null, until: null },
        }),
      );
  });

  it('reaches each field until that field was set anew', () => {
    deal(simple, at(MAR, advanced('new', 'talks')), at(APR, amountChanged(900, 400)))
      .when(correctDeal, correcting({ amount: usd(100), stage: 'offer', ownerId: 'bob' }), process, ada, JUN)
      .then(
        fact({
          amount: amount(900, 100, APR),
          stage: { from: 'new', to: 'offer', until: MAR },
          ownerId: { from: 'ada', to: 'bob', until: null },
        }),
      );
  });

  it('corrects what was set at that very instant', () => {
    deal(simple, at(FEB, amountChanged(900, 400)))
      .when(correctDeal, correcting({ amount: usd(100) }), process, null, JUN)
      .then(fact({ amount: amount(400, 100) }));
  });

  it('counts an earlier correction as a fact of the instant from which it says what was true', () => {
    const known = [simple, at(MAY, fact({ effectiveAt: MAR, amount: amount(900, 400) }))];
    deal(...known)
      .when(correctDeal, correcting({ amount: usd(100) }), process, null, JUN)
      .then(fact({ amount: amount(900, 100, MAR) }));
    deal(...known)
      .when(correctDeal, correcting({ amount: usd(100) }, APR), process, null, JUN)
      .then(fact({ effectiveAt: APR, amount: amount(400, 100) }));
    deal(...known)
      .when(correctDeal, correcting({ amount: usd(100) }, MAR), process, null, JUN)
      .then(fact({ effectiveAt: MAR, amount: amount(400, 100) }));
  });

  it('reaches through a win that stated no other amount, and not through one that did', () => {
    deal(simple, at(APR, won(900)))
      .when(correctDeal, correcting({ amount: usd(100) }), process, null, JUN)
      .then(fact({ amount: amount(900, 100) }));
    deal(simple, at(APR, won(800)))
      .when(correctDeal, correcting({ amount: usd(100) }), process, null, JUN)
      .then(fact({ amount: amount(900, 100, APR) }));
  });

  it('corrects a closed deal, the amount that was won too', () => {
    const corrected = fact({ effectiveAt: APR, amount: amount(800, 100) });
    deal(simple, at(APR, won(800)))
      .when(correctDeal, correcting({ amount: usd(100) }, APR), process, null, JUN)
      .then(corrected);
    const state = dealDecider.evolve(
      dealDecider.evolve(dealDecider.evolve(null, opened, JAN), won(800), APR),
      corrected,
      JUN,
    );
    expect([state?.status, state?.amount, state?.closedAt, state?.signedOn]).toEqual([
      'Won',
      usd(100),
      APR,
      '2017-04-01',
    ]);
  });

  it('gives the lines that the deal had then their shares of the corrected amount', () => {
    const lines = [line('gtx', 600, 600), line('mg', 300, 300)];
    deal(at(JAN, { type: 'DealOpened', data: { ...opening, lines } }))
      .when(correctDeal, correcting({ amount: usd(300) }), process, null, JUN)
      .then(
        fact({
          amount: { from: usd(900), to: usd(300), until: null, lines: [line('gtx', 600, 200), line('mg', 300, 100)] },
        }),
      );
  });

  it('heeds neither the order of the stages nor what a stage requires: it tells what was', () => {
    deal(simple)
      .when(correctDeal, correcting({ stage: 'offer' }), process, null, JUN)
      .then(fact({ stage: { from: 'new', to: 'offer', until: null } }));
  });

  it('changes nothing when everything was so', () => {
    const same = { amount: usd(900), stage: 'new', expectedCloseOn: '2017-05-01', ownerId: 'ada' };
    deal(simple).when(correctDeal, correcting(same), process, ada, JUN).thenNothing();
    deal(simple).when(correctDeal, correcting({}), process, null, JUN).thenNothing();
    deal(simple, at(APR, amountChanged(900, 400)))
      .when(correctDeal, correcting({ amount: usd(900) }), process, null, JUN)
      .thenNothing();
  });

  it('refuses what lies before the opening or after the correction itself', () => {
    const before = '2016-12-31T23:59:59.999Z';
    deal(simple)
      .when(correctDeal, correcting({ stage: 'talks' }, before), process, null, JUN)
      .thenRejected('EffectiveBeforeOpening', `Deal d1 was opened at ${JAN}, after effectiveAt ${before}`);
    deal(simple)
      .when(correctDeal, correcting({ stage: 'talks' }, JUN), process, null, MAY)
      .thenRejected('EffectiveInFuture', `effectiveAt ${JUN} lies after the correction, at ${MAY}`);
  });

  it('refuses a stage that the process does not have, another currency, an amount below zero, and no reason', () => {
    const refused = (changes: CorrectDeal['changes'], code: 'StageUnknown' | 'CurrencyMismatch' | 'AmountInvalid') =>
      deal(simple).when(correctDeal, correcting(changes), process, null, JUN).thenRejected(code);
    refused({ stage: 'party' }, 'StageUnknown');
    refused({ amount: { amount: 1, currency: 'EUR' } }, 'CurrencyMismatch');
    refused({ amount: usd(-1) }, 'AmountInvalid');
    deal(simple)
      .when(correctDeal, correcting({ stage: 'talks' }, FEB, ' '), process, null, JUN)
      .thenRejected('ReasonMissing');
  });

  it('refuses an owner who does not exist, and who has left where the deal is theirs still', () => {
    const toBob = correcting({ ownerId: 'bob' });
    deal(simple).when(correctDeal, toBob, process, null, JUN).thenRejected('RepUnknown');
    deal(simple).when(correctDeal, toBob, process, leaver, JUN).thenRejected('RepDeparted');
    const reassigned = { type: 'DealReassigned', data: { ...of, from: 'ada', to: 'eve' } } as const;
    deal(simple, at(MAR, reassigned))
      .when(correctDeal, toBob, process, leaver, JUN)
      .then(fact({ ownerId: { from: 'ada', to: 'bob', until: MAR } }));
    deal(simple, at(APR, won(900)))
      .when(correctDeal, toBob, process, leaver, JUN)
      .then(fact({ ownerId: { from: 'ada', to: 'bob', until: null } }));
  });
});

describe('a corrected deal', () => {
  const evolved = (...facts: readonly (readonly [Instant, DealEvent])[]) =>
    facts.reduce<ReturnType<typeof dealDecider.evolve>>(
      (state, [instant, event]) => dealDecider.evolve(state, event, instant),
      null,
    );

  it('stands as corrected where the correction lasts until now, and as it was where it does not', () => {
    const after = evolved(
      [JAN, opened],
      [MAR, amountChanged(900, 400)],
      [APR, fact({ amount: amount(900, 100, MAR), stage: { from: 'new', to: 'talks', until: null } })],
    );
    expect([after?.amount, after?.stage, after?.stageSince]).toEqual([usd(400), 'talks', FEB]);
    expect(after?.courses.worth.map(({ from, value }) => [from, value.amount.amount])).toEqual([
      [JAN, 900],
      [FEB, 100],
      [MAR, 400],
    ]);
  });

  it('is in its stage since it was reopened, when that was later', () => {
    const lost = {
      type: 'DealLost',
      data: { ...closing, amount: usd(900), reason: 'price', competitor: null },
    } as const;
    const reopened: DealEvent = {
      type: 'DealReopened',
      data: {
        ...of,
        processId: 'direct',
        was: 'Lost',
        stage: 'new',
        amount: usd(900),
        ownerId: 'ada',
        reason: 'Again',
      },
    };
    const after = evolved(
      [JAN, opened],
      [MAR, lost],
      [APR, reopened],
      [MAY, fact({ stage: { from: 'new', to: 'talks', until: null } })],
    );
    expect([after?.status, after?.stage, after?.stageSince]).toEqual(['Open', 'talks', APR]);
  });
});
