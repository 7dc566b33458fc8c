import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { dealOutlooksAt, startsOfDaysIn } from '#forecast-methods/deal-outlooks.contract.js';
import { HeldDeals } from '#forecasting/landing/held-deals.js';
import { LandingSignReader } from '#forecasting/landing/landing-signs.js';
import { correctedHistories, type Fact, histories } from './generated-history.js';
import { instantsOf } from './generated-instants.js';
import { type At, creditsOf, ofKind, recordsAt, since } from './plain-figures.js';
import { withStore } from './projected.js';

const settings = readSettings({});
const startOf = startsOfDaysIn('UTC');
const DAY = 86_400_000;
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
const dateOf = (milliseconds: number): string => instant(milliseconds).slice(0, 10);

const QUARTERS = ['2017-01-01', '2017-04-01', '2017-07-01', '2017-10-01', '2018-01-01'];
const MEMBERS = [['ann'], ['bob'], ['ann', 'bob', 'cid', 'gone']];

/** What a deal was after each fact about it that was true and known by then. */
const passed = (facts: readonly Fact[], stream: string, { asOf, knownAt }: At) => {
  const own = facts
    .filter((fact) => fact.stream === stream && since(fact) <= asOf && fact.recordedAt <= knownAt)
    .toSorted((a, b) => since(a) - since(b));
  // What a deal was corrected from the same instant on, it was at no time.
  const isCorrected = (fact: Fact, place: number): boolean =>
    own.slice(place + 1).some((later) => later.type === 'DealCorrected' && since(later) === since(fact));
  return own.flatMap((fact, place) =>
    isCorrected(fact, place) ? [] : [recordsAt(own.slice(0, place + 1), { asOf, knownAt }).get(stream)],
  );
};

/** The signs by plain arithmetic over the facts. */
const plainSigns = (facts: readonly Fact[], at: At, members: readonly string[], from: string, to: string) => {
  const now = at.asOf;
  const isMember = ({ ownerId }: { ownerId: string | null }) => ownerId !== null && members.includes(ownerId);
  const deals = ofKind(recordsAt(facts, at), 'deal')
    .filter((deal) => creditsOf(deal).some(isMember))
    .map((deal) => ({
      ...deal,
      mine: creditsOf(deal)
        .filter(isMember)
        .reduce((sum, { amount }) => sum + amount, 0),
    }));
  const sumOf = (some: typeof deals) => ({ deals: some.length, amount: some.reduce((sum, { mine }) => sum + mine, 0) });
  const lostIn = (begin: number, end: number) =>
    sumOf(deals.filter(({ status, closedAt }) => status === 'Lost' && begin <= closedAt && closedAt < end));
  const closedIn = (begin: number, end: number) => ({
    won: sumOf(
      deals.filter(
        ({ status, signedOn }) => status === 'Won' && dateOf(begin) <= signedOn && signedOn < dateOf(end + DAY),
      ),
    ),
    lost: lostIn(begin, end),
  });
  const rateOf = (won: number, lost: number) => (won + lost === 0 ? null : won / (won + lost));
  const [recent, before, year] = [[90, 0] as const, [365, 90] as const, [365, 0] as const].map(([first, last]) =>
    closedIn(now - first * DAY, now - last * DAY),
  ) as [ReturnType<typeof closedIn>, ReturnType<typeof closedIn>, ReturnType<typeof closedIn>];
  const open = deals.filter(({ status }) => status === 'Open');
  const due = open.filter(
    ({ category, expectedCloseOn: on }) => category !== 'omitted' && on !== null && from <= on && on < to,
  );
  const wasDue = (deal: (typeof deals)[number]): boolean =>
    passed(facts, `deal-${deal.dealId}`, at).some(
      (state) =>
        state.status === 'Open' &&
        state.expectedCloseOn !== null &&
        from <= state.expectedCloseOn &&
        state.expectedCloseOn < to &&
        creditsOf(state).some(isMember),
    );
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const opened = [0, 1, 2, 3, 4].map((back) => {
    const begin = start - back * (end - start);
    const until = begin + Math.min(now, end) - start;
    const isLater = (on: number) => back > 0 && on >= begin + (end - start);
    return deals.filter(({ openedAt: on }) => begin <= on && on <= until && !isLater(on)).length;
  });
  return {
    winRates: [rateOf(year.won.amount, year.lost.amount), rateOf(year.won.deals, year.lost.deals)],
    winRate: {
      now: rateOf(recent.won.deals, recent.lost.deals),
      nowClosed: recent.won.deals + recent.lost.deals,
      before: rateOf(before.won.deals, before.lost.deals),
      beforeClosed: before.won.deals + before.lost.deals,
    },
    open: sumOf(due).amount,
    pushedOut: sumOf(open.filter((deal) => (deal.expectedCloseOn ?? '') >= to && wasDue(deal))),
    lost: lostIn(start, Math.min(end, now + 1)),
    opened,
  };
};

it.each([
  ['any history', histories],
  ['corrected histories', correctedHistories],
])(
  'the signs of where somebody lands equal plain arithmetic over the facts, in %s',
  async (_, generated) => {
    const cases = generated.chain((facts) => fc.tuple(fc.constant(facts), instantsOf(facts), fc.nat(3)));
    await fc.assert(
      fc.asyncProperty(cases, async ([facts, at, quarter]) => {
        await withStore(facts, async (store, readModels) => {
          const figures = new DealFigures(store, readModels, settings);
          const held = new HeldDeals(null, startOf);
          await dealOutlooksAt(
            { readModels, figures },
            { asOf: instant(at.asOf), knownAt: instant(at.knownAt) },
            startOf,
            (past, winsIn) => held.add(past, winsIn),
          );
          const [from = '', to = ''] = QUARTERS.slice(quarter);
          const span = { days: { from, to }, from: Date.parse(from), to: Date.parse(to) };
          for (const members of MEMBERS) {
            const { opened, winRates, ...expected } = plainSigns(facts, at, members, from, to);
            const reader = new LandingSignReader(members, held.heldBy(members), at.asOf);
            const stand = { measure: 'amount', quota: 1, won: 0 } as const;
            const { winRate, open, pushedOut, lost, newDeals } = reader.signs(span, stand, { count: 0, usual: 0 });
            expect({ winRate, open, pushedOut, lost }).toEqual(expected);
            expect([reader.winRateBy('amount'), reader.winRateBy('deals')]).toEqual(winRates);
            const [now = 0, ...past] = opened;
            expect(newDeals).toEqual({ deals: now, usual: past.reduce((sum, count) => sum + count, 0) / 4 });
          }
        });
      }),
      { numRuns: 40 },
    );
  },
  120_000,
);
