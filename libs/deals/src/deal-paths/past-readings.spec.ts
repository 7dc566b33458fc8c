import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { ExchangeRates } from '#kernel/exchange-rates.js';
import { SpanTable } from '../deal-figures/span-table.js';
import type { DealHistory, KeptSpan } from '../deal-history/deal-history.projection.js';
import { type VersionChain, withVersion } from '../deal-history/version-chain.js';
import type { DealPast } from './deal-past.js';
import type { DealPath } from './deal-path.js';
import { PastReadings, type PastVisitor } from './past-readings.js';

type Version = DealHistory['versions']['latest'];
type History = Pick<DealHistory, 'dealId' | 'versions' | 'spans'>;
type Step = Readonly<{ stage: string; from: number; lasts: number; known: number; correctedAfter: number | null }>;

const stateOf = (stage: string, revision: number): Version => ({
  ...{ id: 'any', revision, processId: 'sales', name: 'Deal', stage, status: 'Open', ownerId: null },
  ...{ customerId: 'acme', amount: { amount: revision, currency: 'USD' }, lines: [], expectedCloseOn: null },
  ...{ fields: {}, forecastCategory: null, split: null, openedAt: new Date(0).toISOString() },
  ...{ stageSince: new Date(0).toISOString(), closedAt: null, signedOn: null, lostReason: null },
  ...{ competitor: null, reopenReason: null },
});

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    stage: fc.constantFrom('a', 'b', 'c'),
    from: fc.nat(20),
    lasts: fc.nat(5),
    known: fc.nat(20),
    correctedAfter: fc.option(fc.nat(10), { nil: null }),
  }),
  { minLength: 1, maxLength: 4 },
);

const spanOf = ({ from, lasts, known, correctedAfter }: Step, at: number): KeptSpan => [
  at,
  from,
  from + lasts,
  known,
  correctedAfter === null ? null : known + correctedAfter,
];

const history = (dealId: string, all: readonly Step[]): History => ({
  dealId,
  versions: all.reduce<VersionChain<Version> | null>(
    (chain, { stage }, revision) => withVersion(chain, stateOf(stage, revision)),
    null,
  ) as VersionChain<Version>,
  spans: all.map(spanOf),
});

const IDS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
const writes = fc.array(fc.tuple(fc.constantFrom(...IDS), steps), { maxLength: 12 });

/** What deals went through, by a look at each span. */
const pastsIn = (histories: ReadonlyMap<string, readonly Step[]>, asOf: number, knownAt: number) =>
  [...histories].flatMap(([dealId, all]) => {
    const states = all
      .map((step, revision) => ({ ...step, revision }))
      .filter(({ from, known, correctedAfter }) => {
        const until = correctedAfter === null ? Number.POSITIVE_INFINITY : known + correctedAfter;
        return from <= asOf && known <= knownAt && knownAt < until;
      })
      .sort((a, b) => a.from - b.from || Number(a.lasts > 0) - Number(b.lasts > 0) || a.revision - b.revision)
      .map(({ stage, from }) => `${stage} from ${from}`);
    return states.length === 0 ? [] : [{ dealId, states }];
  });

const told = (past: DealPast) => {
  const states: string[] = [];
  past.each(({ stage, validFrom }) => states.push(`${stage} from ${validFrom}`));
  return { dealId: past.deal.dealId, states };
};

const dollars = new CompanyMoney(new ExchangeRates('USD', new Map()), 'UTC', '2017-01-01');
const byId = (a: { dealId: string }, b: { dealId: string }): number => (a.dealId < b.dealId ? -1 : 1);

it('sees every deal as it was when the reading began, whatever is written before it comes to it', async () => {
  await fc.assert(
    fc.asyncProperty(writes, writes, fc.nat(5), fc.nat(25), fc.nat(25), async (first, later, after, asOf, knownAt) => {
      const table = new SpanTable();
      for (const [dealId, all] of first) table.put(history(dealId, all));
      const readings = new PastReadings();
      const write = (): void => {
        for (const [dealId, all] of later) {
          readings.before(dealId);
          table.put(history(dealId, all));
        }
      };
      const found: ReturnType<typeof told>[][] = [[], []];
      const visitors = found.map(
        (into): PastVisitor =>
          (past) => {
            into.push(told(past));
            if (into === found[0] && into.length === after) write();
          },
      );
      await readings.read(visitors, table, dollars, { asOf, knownAt });
      const expected = pastsIn(new Map(first), asOf, knownAt).sort(byId);
      expect(found.map((each) => each.sort(byId))).toEqual([expected, expected]);
    }),
  );
});

it('sees paths as they were when the reading began, too, of the deals that were asked for then', async () => {
  const all = { processId: 'sales', began: { from: 5, to: 15 } };
  await fc.assert(
    fc.asyncProperty(writes, writes, fc.nat(5), fc.nat(25), fc.nat(25), async (first, later, after, asOf, knownAt) => {
      const table = new SpanTable();
      for (const [dealId, steps] of first) table.put(history(dealId, steps));
      const readings = new PastReadings();
      const found: ReturnType<typeof told>[] = [];
      const look = (path: DealPath): void => {
        const states = Array.from({ length: path.length }, (_, at) => `${path.stage(at)} from ${path.from(at)}`);
        found.push({ dealId: path.at(0).dealId, states });
        if (found.length !== after) return;
        for (const [dealId, steps] of later) {
          readings.before(dealId);
          table.put(history(dealId, steps));
        }
      };
      await readings.readPaths(look, all, table, dollars, { asOf, knownAt });
      const histories = [...new Map(first)];
      const asked = histories.filter(([, steps]) => steps.some(({ from }) => 5 <= from && from < 15));
      expect(found.sort(byId)).toEqual(pastsIn(new Map(asked), asOf, knownAt).sort(byId));
    }),
  );
});

it('fails with what its visitor throws, and not who writes meanwhile', async () => {
  const table = new SpanTable();
  const step = { stage: 'a', from: 0, lasts: 1, known: 0, correctedAfter: null };
  for (const dealId of IDS) table.put(history(dealId, [step]));
  const readings = new PastReadings();
  const refused = new Error('no rate');
  const reading = readings.read(
    [
      () => undefined,
      ({ deal }) => {
        if (deal.dealId === 'd3') throw refused;
      },
    ],
    table,
    dollars,
    { asOf: 9, knownAt: 9 },
  );
  readings.before('d3');
  await expect(reading).rejects.toBe(refused);
});

it('answers one question after the other, also after one that failed', async () => {
  const readings = new PastReadings();
  const order: number[] = [];
  const questions = [1, 2, 3].map((number) =>
    readings.oneByOne(async () => {
      order.push(number);
      await Promise.resolve();
      order.push(number);
      if (number === 1) throw new Error('refused');
    }),
  );
  expect((await Promise.allSettled(questions)).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(order).toEqual([1, 1, 2, 2, 3, 3]);
});
