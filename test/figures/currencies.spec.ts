import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import type { ForecastRow } from '#forecasting/forecast/forecast-rows.js';
import { NoExchangeRate } from '#kernel/exchange-rates.js';
import { type Fact, histories, START } from './generated-history.js';
import { recordsAt } from './plain-figures.js';
import { withStore } from './projected.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ALL = { from: null, to: null };
const GROUPS = ['none', 'owner', 'team', 'region', 'product', 'industry'] as const;
const COLUMNS = ['closed', 'commit', 'bestCase', 'pipeline'] as const;
const settings = readSettings({});

/** Digits of the minor unit, by the currency of deal 0, 1, 2, … */
const CURRENCIES = [
  ['USD', 2],
  ['EUR', 2],
  ['JPY', 0],
  ['BHD', 3],
] as const;
const currencyOf = (stream: string) => CURRENCIES[Number(stream.at(-1)) % CURRENCIES.length] ?? CURRENCIES[0];

/** The same history, each deal in a currency of its own. */
const inCurrencies = (facts: readonly Fact[]): readonly Fact[] =>
  facts.map((fact) => {
    if (!fact.stream.startsWith('deal-')) return fact;
    const [currency] = currencyOf(fact.stream);
    return { ...fact, data: JSON.parse(JSON.stringify(fact.data).replaceAll('"USD"', `"${currency}"`)) };
  });

const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

const rate = (currency: string, from: number, tenThousandths: number, recordedAt: number): Fact => ({
  stream: `exchange_rate-${currency}~USD`,
  type: 'ExchangeRateSet',
  data: {
    ...{ currency, base: 'USD', from: dayOf(from), replaces: null },
    rate: `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`,
  },
  at: recordedAt,
  recordedAt,
});

/** Rates of each foreign currency by the day they start: first long before any deal. */
const rateDays = fc.record({
  values: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 6, maxLength: 6 }),
  second: fc.integer({ min: 1, max: 400 }).map((day) => START + day * DAY),
});
type RateDays = typeof rateDays extends fc.Arbitrary<infer R> ? R : never;

const ratesOf = ({ values, second }: RateDays): readonly Fact[] =>
  ['EUR', 'JPY', 'BHD'].flatMap((currency, index) => [
    rate(currency, START - 100 * DAY, values[index] ?? 1, START),
    rate(currency, second, values[index + 3] ?? 1, START),
  ]);

/** By plain arithmetic of integers: half away from zero. */
const worth = (stream: string, amount: number, day: string, { values, second }: RateDays): bigint => {
  const [currency, digits] = currencyOf(stream);
  if (currency === 'USD') return BigInt(amount);
  const index = ['EUR', 'JPY', 'BHD'].indexOf(currency) + (day >= dayOf(second) ? 3 : 0);
  const [above, below] = [BigInt(amount) * BigInt(values[index] ?? 1) * 100n, 10_000n * 10n ** BigInt(digits)];
  return (2n * above + below) / (2n * below);
};

const readAt = (asOf: number, knownAt = asOf) => ({
  ...{ asOf: new Date(asOf).toISOString(), knownAt: new Date(knownAt).toISOString(), latest: false },
});

const totals = (rows: readonly ForecastRow[]) =>
  COLUMNS.map((column) => rows.reduce((sum, row) => sum + row[column].amount, 0));

const asOfs = fc.nat(9_000).map((hours) => START + hours * HOUR);

describe('a forecast over deals in several currencies', { timeout: 120_000 }, () => {
  it('is the sum of what each deal is worth, rounded once, however they are grouped', async () => {
    await fc.assert(
      fc.asyncProperty(histories, rateDays, asOfs, async (history, rates, asOf) => {
        const facts = [...ratesOf(rates), ...inCurrencies(history)];
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const found = [];
          for (const group of GROUPS) {
            found.push(totals((await handler.execute(new ForecastQuery('month', ALL, group, readAt(asOf)))).rows));
          }
          expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(1);
          let expected = 0n;
          for (const [stream, deal] of recordsAt(facts, { asOf, knownAt: asOf })) {
            if (!stream.startsWith('deal-')) continue;
            if (deal.status === 'Won') expected += worth(stream, deal.amount.amount, deal.signedOn, rates);
            if (deal.status === 'Open' && deal.category !== 'omitted') {
              expected += worth(stream, deal.amount.amount, dayOf(asOf), rates);
            }
          }
          expect(BigInt((found[0] ?? []).reduce((sum, amount) => sum + amount, 0))).toBe(expected);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('never alters closed business by a rate that starts after it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, rateDays, fc.integer({ min: 1, max: 99_999 }), async (history, rates, value) => {
        const end = START + 20_000 * HOUR;
        const facts = [...ratesOf(rates), ...inCurrencies(history)];
        const later = ['EUR', 'JPY', 'BHD'].map((currency) => rate(currency, end, value, end));
        await withStore([...facts, ...later], async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const closedAt = async (knownAt: number) => {
            const query = new ForecastQuery('month', ALL, 'owner', readAt(end + DAY, knownAt));
            const { rows } = await handler.execute(query);
            return rows
              .filter(({ closed }) => closed.amount > 0)
              .map(({ period, group, closed }) => [period, group, closed]);
          };
          expect(await closedAt(end)).toEqual(await closedAt(end - 1));
        });
      }),
      { numRuns: 15 },
    );
  });

  it('is refused rather than summed when nothing tells what a currency is worth', async () => {
    const [history] = fc.sample(histories, { numRuns: 1, seed: 1 });
    const euros = (history ?? []).map(
      (fact): Fact =>
        fact.stream.startsWith('deal-')
          ? { ...fact, data: JSON.parse(JSON.stringify(fact.data).replaceAll('"USD"', '"EUR"')) }
          : fact,
    );
    const opened: Fact = {
      stream: 'deal-extra0',
      type: 'DealOpened',
      data: {
        ...{ dealId: 'extra0', customerId: 'acme', processId: 'sales', name: 'Extra', stage: 'first', ownerId: 'ann' },
        ...{ amount: { amount: 1, currency: 'EUR' }, lines: [], expectedCloseOn: null, fields: {} },
      },
      at: START + 10_000 * HOUR,
      recordedAt: START + 10_000 * HOUR,
    };
    await withStore([...euros, opened], async (store, readModels) => {
      const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
      const query = new ForecastQuery('month', ALL, 'none', readAt(START + 10_000 * HOUR));
      await expect(handler.execute(query)).rejects.toThrow(NoExchangeRate);
    });
  });
});
