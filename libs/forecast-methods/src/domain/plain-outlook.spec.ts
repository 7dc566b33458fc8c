import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConversionHistory, type Outlook } from './conversion-history.js';
import type { DealEnd, ObservedDeal } from './observed-deal.js';

// What history says of a deal once more, by plain arithmetic over the visits of all deals.

type Deal = Pick<ObservedDeal, 'processId' | 'segment' | 'openedDay' | 'visits' | 'end'>;
type Place = Readonly<{ processId: string; stage: string; segment: string | null }>;
/** How a deal ended, and after how many days. */
type Ended = Readonly<{ kind: 'won' | 'lost' | 'stillOpen'; days: number }>;

const TODAY = 500;
const AGES = [0, 7, 14, 30, 60, 90, 120, 180, 270, 365];
const EVER = Number.POSITIVE_INFINITY;

const deal: fc.Arbitrary<Deal> = fc
  .record({
    processId: fc.constantFrom('p', 'q'),
    segment: fc.constantFrom(null, 'small', 'large'),
    stages: fc.array(fc.constantFrom('talk', 'offer'), { minLength: 1, maxLength: 4 }),
    begins: fc.nat(120),
    stays: fc.array(fc.oneof(fc.nat(90), fc.double({ min: 0, max: 400, noNaN: true })), { minLength: 4, maxLength: 4 }),
    kind: fc.constantFrom('won', 'lost', null),
  })
  .map(({ processId, segment, stages, begins, stays, kind }) => {
    let day = begins;
    const visits = stages.map((stage, place) => {
      const from = day;
      day = Math.min(TODAY, day + (stays[place] ?? 0));
      return { stage, from, to: day };
    });
    const end: DealEnd | null = kind && { kind, day, signedDay: null };
    const last = visits.at(-1);
    const open = last ? [...visits.slice(0, -1), { ...last, to: null }] : [];
    return { processId, segment, openedDay: begins, visits: end === null ? open : visits, end };
  });

const kindOf = ({ end }: Deal): Ended['kind'] => end?.kind ?? 'stillOpen';
const untilOf = ({ end }: Deal): number => end?.day ?? TODAY;

const cohort = (deals: readonly Deal[], { processId, stage, segment }: Place, age: number): readonly Ended[] =>
  deals
    .filter((each) => each.processId === processId && (segment === null || each.segment === segment))
    .flatMap((each) =>
      each.visits
        .filter((visit) => visit.stage === stage && (age === 0 || (visit.to ?? untilOf(each)) - visit.from > age))
        .map((visit) => ({ kind: kindOf(each), days: Math.max(0, untilOf(each) - visit.from - age) })),
    );

/** The share that had ended so by the end of the day, of those who were watched. */
const incidence = (ended: readonly Ended[], kind: 'won' | 'lost', lastDay: number): number => {
  const onDay = (day: number, of: Ended['kind']): number =>
    ended.filter((each) => Math.floor(each.days) === day && each.kind === of).length;
  let [open, share] = [1, 0];
  for (let day = 0; day <= Math.min(lastDay, TODAY); day += 1) {
    const atRisk = ended.filter(({ days }) => Math.floor(days) >= day).length;
    if (atRisk === 0) break;
    share += (open * onDay(day, kind)) / atRisk;
    open -= (open * (onDay(day, 'won') + onDay(day, 'lost'))) / atRisk;
  }
  return share;
};

const within = (ended: readonly Ended[], kind: 'won' | 'lost', days: number): number => {
  if (days <= 0) return 0;
  if (days === EVER) return incidence(ended, kind, EVER);
  const whole = Math.floor(days);
  const [before, after] = [incidence(ended, kind, whole - 1), incidence(ended, kind, whole)];
  return before + (days - whole) * (after - before);
};

const narrowed = (ended: readonly Ended[], since: number, wider: Outlook): Outlook => {
  const cases = ended.filter(({ days }) => Math.floor(days) >= Math.floor(since)).length;
  const [won, lost] = [within(ended, 'won', since), within(ended, 'lost', since)];
  const [laterWon, laterLost] = [within(ended, 'won', EVER) - won, within(ended, 'lost', EVER) - lost];
  // A cohort without a case, or without an end, says nothing.
  if (cases === 0 || laterWon + laterLost < 1e-9) return wider;
  const mix = (own: number, other: number): number => (cases * own + 20 * other) / (cases + 20);
  return {
    wins: mix(laterWon / (laterWon + laterLost), wider.wins),
    winsWithin: (days) => mix((within(ended, 'won', since + days) - won) / (1 - won - lost), wider.winsWithin(days)),
  };
};

const plainOutlook = (deals: readonly Deal[], place: Place, age: number, configured: number): Outlook => {
  const all = deals.map((each) => ({ kind: kindOf(each), days: untilOf(each) - each.openedDay }));
  const ever = within(all, 'won', EVER);
  let outlook: Outlook = {
    wins: configured,
    winsWithin: (days) => (ever === 0 ? 0 : (configured * within(all, 'won', days)) / ever),
  };
  const reached = AGES.filter((from) => from <= age);
  for (const from of reached) {
    outlook = narrowed(cohort(deals, { ...place, segment: null }, from), age - from, outlook);
  }
  const last = reached.at(-1) ?? 0;
  return place.segment === null ? outlook : narrowed(cohort(deals, place, last), age - last, outlook);
};

const learned = (deals: readonly Deal[]): ConversionHistory => {
  const history = new ConversionHistory(TODAY);
  for (const each of deals) history.add(each);
  return history;
};

it('says of a deal what plain arithmetic over all visits says', () => {
  const place = fc.record({
    processId: fc.constantFrom('p', 'q', 'none'),
    stage: fc.constantFrom('talk', 'offer', 'none'),
    segment: fc.constantFrom(null, 'small', 'large', 'none'),
  });
  const age = fc.oneof(fc.nat(60), fc.double({ min: 0, max: 450, noNaN: true }));
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 25 }), fc.array(fc.tuple(place, age), { minLength: 1 }), (deals, asked) => {
      const history = learned(deals);
      for (const [where, days] of asked) {
        const [found, plain] = [history.outlook(where, days, 0.4), plainOutlook(deals, where, days, 0.4)];
        expect(found.wins).toBeCloseTo(plain.wins, 9);
        for (const later of [1, 12.5, 90, 1_000])
          expect(found.winsWithin(later)).toBeCloseTo(plain.winsWithin(later), 9);
      }
    }),
    { numRuns: 60 },
  );
});

it('counts the cases behind each probability, also of what is learned after it was asked', () => {
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 25 }), deal, (deals, another) => {
      const history = learned(deals);
      for (const { probability } of history.stages(() => 0.4)) expect(probability).toBeLessThanOrEqual(1);
      history.add(another);
      const all = [...deals, another];
      const counted = [...history.stages(() => 0.4)].map(({ processId, stage, segment, fromAge, ...rest }) => {
        const { won, lost, stillOpen } = rest;
        return { processId, stage, segment, fromAge, won, lost, stillOpen };
      });
      const count = (ended: readonly Ended[], kind: Ended['kind']) => ended.filter((each) => each.kind === kind).length;
      const plain = ['p', 'q'].flatMap((processId) =>
        ['offer', 'talk'].flatMap((stage) =>
          ['large', 'small', null].flatMap((segment) =>
            AGES.flatMap((fromAge) => {
              const ended = cohort(all, { processId, stage, segment }, fromAge);
              const counts = {
                won: count(ended, 'won'),
                lost: count(ended, 'lost'),
                stillOpen: count(ended, 'stillOpen'),
              };
              return ended.length === 0 ? [] : [{ processId, stage, segment, fromAge, ...counts }];
            }),
          ),
        ),
      );
      expect(counted).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});
