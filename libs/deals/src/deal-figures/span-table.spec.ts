import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { ExchangeRates } from '#kernel/exchange-rates.js';
import type { DealHistory, KeptSpan } from '../deal-history/deal-history.projection.js';
import { type VersionChain, withVersion } from '../deal-history/version-chain.js';
import { dealsOf } from './deal-figures.contract.js';
import { DealSelection } from './deal-selection.js';
import { byColumn } from './group-numbers.js';
import { SpanTable } from './span-table.js';

type Version = DealHistory['versions']['latest'];
type History = Pick<DealHistory, 'dealId' | 'versions' | 'spans'>;

const DAY = 86_400_000;
const START = 17_000 * DAY;

/** Short and long spans, on and off the borders of days. */
const instant = fc.oneof(
  fc.nat(60).map((days) => START + days * DAY),
  fc.nat(60 * 24).map((hours) => START + hours * 3_600_000),
  fc.nat(3_000).map((days) => START + days * DAY),
);

const version: fc.Arbitrary<Version> = fc
  .record({
    status: fc.constantFrom('Open', 'Open', 'Won', 'Lost'),
    stage: fc.constantFrom('a', 'b'),
    ownerId: fc.constantFrom('ann', 'bob', null),
    amount: fc.nat(1_000),
    day: fc.constantFrom('2016-07-18', '2016-07-19', null),
    closedAt: instant,
    reason: fc.constantFrom('price', 'erased'),
    revision: fc.nat(9),
  })
  .map(({ status, stage, ownerId, amount, day, closedAt, reason, revision }) => {
    const closed = status !== 'Open';
    return {
      id: 'any',
      revision,
      processId: 'sales',
      name: 'Deal',
      stage,
      status: status as Version['status'],
      ownerId,
      customerId: 'acme',
      amount: { amount, currency: 'USD' },
      lines: [],
      expectedCloseOn: day,
      fields: {},
      forecastCategory: null,
      split: null,
      openedAt: new Date(START).toISOString(),
      stageSince: new Date(START).toISOString(),
      closedAt: closed ? new Date(closedAt).toISOString() : null,
      signedOn: status === 'Won' ? new Date(closedAt).toISOString().slice(0, 10) : null,
      lostReason: status === 'Lost' ? reason : null,
      competitor: null,
      reopenReason: null,
    };
  });

const bounds = fc.tuple(instant, fc.option(instant, { nil: null })).filter(([from, to]) => to === null || from <= to);

const history = (dealId: string): fc.Arbitrary<History> =>
  fc.array(fc.tuple(version, bounds, bounds), { minLength: 1, maxLength: 5 }).map((parts) => ({
    dealId,
    versions: parts.reduce<VersionChain<Version> | null>(
      (chain, [state]) => withVersion(chain, state),
      null,
    ) as VersionChain<Version>,
    spans: parts.map(
      ([, [validFrom, validTo], [knownFrom, knownTo]], at): KeptSpan => [at, validFrom, validTo, knownFrom, knownTo],
    ),
  }));

const IDS = ['d1', 'd2', 'd3', 'd4'];
const writes = fc.array(fc.constantFrom(...IDS).chain(history), { maxLength: 12 });

const AFTER_ALL = [START + 4_000 * DAY, START + 4_000 * DAY] as const;

/** The spans of the histories that held then, by a look at each. */
const heldIn = (histories: ReadonlyMap<string, History>, asOf: number, knownAt: number) =>
  [...histories.values()].flatMap(({ dealId, versions, spans }) => {
    const states = [...versions.before.map(() => null), versions.latest] as (Version | null)[];
    for (let at = states.length - 2; at >= 0; at -= 1) {
      states[at] = { ...(states[at + 1] as Version), ...versions.before[at] };
    }
    return spans
      .filter(
        ([, from, to, known, until]) =>
          from <= asOf && (to === null || asOf < to) && known <= knownAt && (until === null || knownAt < until),
      )
      .map(([at]) => ({ dealId, ...(states[at] as Version) }));
  });

const dollars = new CompanyMoney(new ExchangeRates('USD', new Map()), 'UTC', '2017-01-01');

const sorted = (rows: readonly object[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

it('holds what the last write of each deal says, found at any pair of instants', () => {
  fc.assert(
    fc.property(writes, fc.array(fc.tuple(instant, instant), { minLength: 1 }), (put, pairs) => {
      const table = new SpanTable();
      for (const each of put) table.put(each);
      const last = new Map(put.map((each) => [each.dealId, each]));
      for (const [asOf, knownAt] of [...pairs, AFTER_ALL]) {
        const held = heldIn(last, asOf, knownAt);
        const found: object[] = [];
        const look = (rows: Int32Array) =>
          new DealSelection(table, dollars, rows).each(
            ({ dealId, status, stage, ownerId, amount, expectedCloseOn }) => {
              found.push({ dealId, status, stage, ownerId, amount, expectedCloseOn });
            },
          );
        const ever = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
        look(table.index.open(asOf, knownAt));
        look(table.index.won(asOf, knownAt, ...ever));
        look(table.index.lost(asOf, knownAt, ...ever));
        expect(sorted(found)).toEqual(
          sorted(
            held.map(({ dealId, status, stage, ownerId, amount, expectedCloseOn }) => {
              return { dealId, status, stage, ownerId, amount: amount.amount, expectedCloseOn };
            }),
          ),
        );
      }
    }),
    { numRuns: 300 },
  );
});

it('finds what closed, and what began, in a stretch of time', () => {
  fc.assert(
    fc.property(writes, instant, instant, instant, instant, (put, a, b, asOf, knownAt) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const table = new SpanTable();
      for (const each of put) table.put(each);
      const last = new Map(put.map((each) => [each.dealId, each]));
      const held = heldIn(last, asOf, knownAt);
      const closed = (row: Version): number => Date.parse(row.closedAt ?? '');
      expect(table.index.lost(asOf, knownAt, from, to)).toHaveLength(
        held.filter((row) => row.status === 'Lost' && from <= closed(row) && closed(row) < to).length,
      );
      const day = (at: number): number => Math.floor(at / DAY);
      expect(table.index.won(asOf, knownAt, day(from), day(to))).toHaveLength(
        held.filter((row) => row.status === 'Won' && day(from) <= day(closed(row)) && day(closed(row)) <= day(to))
          .length,
      );
      const begun = [...last.values()].flatMap(({ spans }) =>
        spans.filter(
          ([, start, end, known, until]) =>
            from < start &&
            start <= to &&
            (end === null || start < end) &&
            known <= knownAt &&
            (until === null || knownAt < until),
        ),
      );
      expect(table.index.begun(from, to, knownAt)).toHaveLength(begun.length);
    }),
    { numRuns: 300 },
  );
});

it('uses the rows again of spans that are gone', () => {
  const table = new SpanTable();
  const [first, second] = fc.sample(history('d1'), { numRuns: 2, seed: 7 }) as [History, History];
  for (let times = 0; times < 50; times += 1) {
    table.put(first);
    table.put(second);
  }
  const lasting = second.spans.filter(([, from, to]) => to === null || from < to);
  expect(table.rows).toBe(lasting.length);
});

it('needs no exchange rate for what a question leaves out', () => {
  const now = new Date(START + DAY).toISOString();
  const foreign = deal('d3', []);
  const { latest } = foreign.versions;
  const euros = { ...latest, amount: { amount: 7, currency: 'EUR' } };
  const histories = [deal('d1', [['lamp', 10]]), { ...foreign, versions: { ...foreign.versions, latest: euros } }];
  const open = dealsOf(histories, dollars, { asOf: now, knownAt: now }).open();
  const owned = { columns: ['ownerId'], as: (ownerId: string | null) => ownerId ?? undefined } as const;
  expect(open.sum([owned])).toEqual([{ group: ['ann'], deals: 1, amount: 10 }]);
  expect(() => open.sum([])).toThrow('EUR');
});

const deal = (dealId: string, lines: readonly (readonly [productId: string, amount: number])[]): DealHistory => {
  const [base] = fc.sample(version, { numRuns: 1, seed: 1 }) as [Version];
  const amount = { amount: lines.reduce((sum, [, each]) => sum + each, 0), currency: 'USD' };
  const latest: Version = {
    ...base,
    status: 'Open',
    closedAt: null,
    signedOn: null,
    lostReason: null,
    ownerId: dealId === 'd3' ? null : 'ann',
    amount,
    lines: lines.map(([productId, each]) => ({
      productId,
      model: null,
      quantity: 1,
      price: { amount: each, currency: 'USD' },
      amount: { amount: each, currency: 'USD' },
    })),
  };
  return { dealId, versions: { latest, before: [] }, spans: [[0, START, null, START, null]] } as unknown as DealHistory;
};

it('sums by group, a deal of several lines once for each', () => {
  const now = new Date(START + DAY).toISOString();
  const deals = dealsOf(
    [
      deal('d1', [
        ['lamp', 10],
        ['bulb', 5],
      ]),
      deal('d2', [['lamp', 20]]),
      deal('d3', []),
    ],
    dollars,
    { asOf: now, knownAt: now },
  );
  const byProduct = deals.open().sum([byColumn('productId')]);
  expect(sorted(byProduct)).toEqual(
    sorted([
      { group: ['lamp'], deals: 2, amount: 30 },
      { group: ['bulb'], deals: 1, amount: 5 },
      { group: [null], deals: 1, amount: 0 },
    ]),
  );
  expect(deals.open().sum([])).toEqual([{ group: [], deals: 3, amount: 35 }]);
  expect(deals.open().where({ ownerId: 'ann' }).sum([])).toEqual([{ group: [], deals: 2, amount: 35 }]);
  expect(deals.open().where({ ownerId: 'nobody' }).sum([])).toEqual([]);
  const owned = { columns: ['ownerId'], as: (ownerId: string | null) => ownerId ?? undefined } as const;
  expect(deals.open().sum([owned, byColumn('stage')]).length).toBe(1);
});
