import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRejected, type Outcome } from '#kernel/outcome.js';
import { SOME_TIME } from '#testing/given.js';
import { type AdvanceDeal, advanceDeal } from './advance-deal.js';
import { categorizeDeal } from './categorize-deal.js';
import { changeDealAmount } from './change-deal-amount.js';
import { changeDealLines } from './change-deal-lines.js';
import { correctDeal } from './correct-deal.js';
import type { CategoryOverride, DealEvent } from './deal.events.js';
import { type Deal, dealDecider } from './deal.state.js';
import type { DealProcess } from './deal-process.js';
import type { LineDraft } from './deal-worth.js';
import { loseDeal } from './lose-deal.js';
import { moveBackDeal } from './move-back-deal.js';
import { openDeal } from './open-deal.js';
import { reassignDeal } from './reassign-deal.js';
import { reopenDeal } from './reopen-deal.js';
import { rescheduleDeal } from './reschedule-deal.js';
import { splitDeal } from './split-deal.js';
import { winDeal } from './win-deal.js';

/** A command with all its facts beside the state of the deal. */
type Step = Readonly<{ command: string; decide: (deal: Deal | null) => Outcome<DealEvent, string> }>;

const dealId = 'd1';
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 4 });

const aProcess: fc.Arbitrary<DealProcess> = fc.record({
  id: fc.constant('direct'),
  stages: fc
    .subarray(['new', 'talks', 'offer', 'contract'], { minLength: 1 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc
            .subarray(['budget', 'amount', 'ownerId'], { maxLength: 1 })
            .map((requires) => ({ id, name: id, requires })),
        ),
      ),
    ),
  rules: fc.record({ allowSkip: fc.boolean(), allowBack: fc.boolean() }),
});
const aStage = fc.constantFrom('new', 'talks', 'offer', 'contract', 'party');
const someMoney = fc.record({
  amount: fc.oneof(fc.integer({ min: -1, max: 500 }), fc.maxSafeInteger()),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
});
const someLines: fc.Arbitrary<readonly LineDraft[]> = fc.array(
  fc.record({ productId: fc.constantFrom('gtx', 'mg'), quantity: fc.integer({ min: 0, max: 9 }), price: someMoney }),
  { maxLength: 3 },
);
const aDay = fc.constantFrom('2017-04-01', '2017-05-01');
const someText = fc.constantFrom('price', 'they called', '');
const aRep = fc.constantFrom('ada', 'bob');
const aColleague = fc.constantFrom(null, { departure: null }, { departure: { on: '2017-01-31' } });
const someFields: fc.Arbitrary<NonNullable<AdvanceDeal['requires']>> = fc.constantFrom(
  {},
  { budget: 1 },
  { amount: 1 },
);
const aCategory = fc.constantFrom<(CategoryOverride | null)[]>('pipeline', 'bestCase', 'commit', 'omitted', null);

const step = <C>(
  name: string,
  commands: fc.Arbitrary<C>,
  decide: (command: C, deal: Deal) => Outcome<DealEvent, string>,
): fc.Arbitrary<Step> =>
  commands.map((command) => ({
    command: name,
    decide: (deal) => (deal === null ? { rejected: 'NotFound', detail: 'as the runner says' } : decide(command, deal)),
  }));

const openings: fc.Arbitrary<Step> = fc
  .record({
    process: aProcess,
    owner: aColleague,
    stage: maybe(aStage),
    amount: maybe(someMoney),
    lines: maybe(someLines),
    ownerId: maybe(aRep),
    requires: maybe(someFields),
  })
  .map(({ process, owner, ...command }) => ({
    command: 'open',
    decide: (deal) => openDeal({ dealId, customerId: 'c1', name: 'A deal', ...command }, deal, process, owner),
  }));

const changes: readonly fc.Arbitrary<Step>[] = [
  step('advance', fc.tuple(aStage, someFields, aProcess), ([to, requires, process], deal) =>
    advanceDeal({ dealId, to, requires }, deal, process),
  ),
  step('moveBack', fc.tuple(aStage, someText, aProcess), ([to, reason, process], deal) =>
    moveBackDeal({ dealId, to, reason }, deal, process),
  ),
  step('changeAmount', someMoney, (amount, deal) => changeDealAmount({ dealId, amount }, deal)),
  step('changeLines', someLines, (lines, deal) => changeDealLines({ dealId, lines }, deal)),
  step('reschedule', maybe(aDay), (expectedCloseOn, deal) => rescheduleDeal({ dealId, expectedCloseOn }, deal)),
  step('categorize', aCategory, (forecastCategory, deal) => categorizeDeal({ dealId, forecastCategory }, deal)),
  step('reassign', fc.tuple(maybe(aRep), aColleague), ([ownerId, owner], deal) =>
    reassignDeal({ dealId, ownerId }, deal, owner),
  ),
  step(
    'split',
    fc.tuple(
      fc.constantFrom(
        [],
        [{ repId: 'ada', basisPoints: 10_000 }],
        [
          { repId: 'ada', basisPoints: 3_333 },
          { repId: 'bob', basisPoints: 6_667 },
        ],
      ),
      aColleague,
    ),
    ([shares, rep], deal) => splitDeal({ dealId, shares }, deal, [rep, rep]),
  ),
  step('win', fc.tuple(maybe(aDay), maybe(someMoney), aDay), ([signedOn, amount, today], deal) =>
    winDeal({ dealId, signedOn, amount }, deal, today),
  ),
  step('lose', fc.tuple(someText, maybe(someText)), ([reason, competitor], deal) =>
    loseDeal({ dealId, reason, competitor }, deal),
  ),
  step(
    'correct',
    fc.record({
      changes: fc.record(
        { amount: someMoney, stage: aStage, expectedCloseOn: maybe(aDay), ownerId: maybe(aRep) },
        { requiredKeys: [] },
      ),
      reason: someText,
      process: aProcess,
      owner: aColleague,
    }),
    ({ changes, reason, process, owner }, deal) =>
      correctDeal({ dealId, effectiveAt: SOME_TIME, changes, reason }, deal, process, owner, SOME_TIME),
  ),
  step('reopen', someText, (reason, deal) => reopenDeal({ dealId, reason }, deal)),
];

/** One that is accepted, so that most histories are of a deal that there is. */
const soundOpening = openings.filter(({ decide }) => !isRejected(decide(null)));
const aHistory = fc
  .tuple(soundOpening, fc.array(fc.oneof(openings, ...changes), { maxLength: 40, size: 'max' }))
  .map(([first, others]) => [first, ...others]);

const fold = (deal: Deal | null, events: readonly DealEvent[]) =>
  events.reduce<Deal | null>((state, event) => dealDecider.evolve(state, event, SOME_TIME), deal);

/** Runs the steps, refused ones changing nothing, and shows each accepted one with the state before and after it. */
const whereAccepted = (
  check: (accepted: Readonly<{ step: Step; before: Deal | null; events: readonly DealEvent[]; after: Deal }>) => void,
) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(aHistory, (steps) => {
      steps.reduce<Deal | null>((before, step) => {
        const events = step.decide(before);
        if (isRejected(events)) return before;
        const after = fold(before, events);
        if (after === null) throw new Error(`${step.command} was accepted and left no deal`);
        for (const { type } of events) seen.add(type);
        check({ step, before, events, after });
        return after;
      }, null);
    }),
    { numRuns: 500 },
  );
  // A property of nothing always holds.
  expect([...seen].sort()).toStrictEqual(Object.keys(dealDecider.types).sort());
};

describe('whatever happens to a deal', () => {
  it('can be folded, and each fact names the deal and its customer', () => {
    whereAccepted(({ events }) => {
      expect(events.length).toBeLessThanOrEqual(1);
      for (const { data } of events) expect([data.dealId, data.customerId]).toStrictEqual(['d1', 'c1']);
    });
  });

  it('is JSON, as facts and as state', () => {
    whereAccepted(({ events, after }) => {
      expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events);
      expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
    });
  });

  it('happens once: the same command again changes nothing', () => {
    whereAccepted(({ step, after }) => expect(step.decide(after)).toStrictEqual([]));
  });

  it('leaves a closed deal closed and as it was, unless it is reopened or corrected', () => {
    whereAccepted(({ step, before, events }) => {
      if (before && before.status !== 'Open' && events.length > 0) {
        expect(['reopen', 'correct']).toContain(step.command);
      }
    });
  });

  it('leaves the amounts of the lines to add up to that of the deal, in one currency', () => {
    whereAccepted(({ before, after: { amount, lines } }) => {
      expect(Number.isSafeInteger(amount.amount) && amount.amount >= 0).toBe(true);
      expect(amount.currency).toBe(before?.amount.currency ?? amount.currency);
      if (lines.length === 0) return;
      expect(lines.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(amount.amount);
      expect(new Set(lines.flatMap((line) => [line.price.currency, line.amount.currency]))).toStrictEqual(
        new Set([amount.currency]),
      );
    });
  });

  it('credits all of it, to each rep once', () => {
    whereAccepted(({ after: { split } }) => {
      if (split === null) return;
      expect(split.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000);
      expect(new Set(split.map(({ repId }) => repId)).size).toBe(split.length);
    });
  });

  it('tells in a change what was before it', () => {
    whereAccepted(({ before, events: [event], after }) => {
      switch (event?.type) {
        case 'DealAdvanced':
        case 'DealMovedBack':
          return expect([event.data.from, event.data.to]).toStrictEqual([before?.stage, after.stage]);
        case 'DealAmountChanged':
        case 'DealLinesChanged':
          return expect([event.data.from, event.data.to]).toStrictEqual([before?.amount, after.amount]);
        case 'DealRescheduled':
          return expect([event.data.from, event.data.to]).toStrictEqual([
            before?.expectedCloseOn,
            after.expectedCloseOn,
          ]);
        case 'DealReassigned':
          return expect([event.data.from, event.data.to]).toStrictEqual([before?.ownerId, after.ownerId]);
        case 'DealSplit':
          return expect([event.data.from, event.data.to]).toStrictEqual([before?.split, after.split]);
        case 'DealCorrected': {
          const { amount, stage, ownerId } = event.data;
          if (amount) expect([amount.from, amount.to]).toStrictEqual([before?.amount, after.amount]);
          if (stage) expect([stage.from, stage.to]).toStrictEqual([before?.stage, after.stage]);
          if (ownerId) expect([ownerId.from, ownerId.to]).toStrictEqual([before?.ownerId, after.ownerId]);
        }
      }
    });
  });
});
