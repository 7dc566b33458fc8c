import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import type { DealEvents } from '#deals/deal-events/deal-events.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { DealSlippageHandler, DealSlippageQuery } from '#deals/deal-slippage/deal-slippage.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import type { ReadAt } from '#http/read-at.js';
import { parsePeriod, unitOf } from '#kernel/period.js';
import type { MeasureName } from '#reports/domain/measures.js';
import { REPORT_NAMES, type ReportName, reports } from '#reports/domain/reports.js';
import { ReportHandler, ReportQuery } from '#reports/report/report.query.js';
import type { SecondGroup } from '#reports/report/report-groups.js';
import type { Values } from '#reports/report/report-rows.js';
import { ReportDealsHandler, ReportDealsQuery } from '#reports/report-deals/report-deals.query.js';
import { correctedHistories, START } from './generated-history.js';
import { STORES } from './opened-stores.js';
import type { At } from './plain-figures.js';
import { PLAIN_GROUPS, type PlainPeriod, type PlainSum, plainReport } from './plain-reports.js';
import { withStore } from './projected.js';

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const HOUR = 3_600_000;

const instants = fc
  .record({ asOf: fc.nat(9_000), knownAt: fc.nat(9_000) })
  .map(({ asOf, knownAt }): At => ({ asOf: START + asOf * HOUR, knownAt: START + knownAt * HOUR }));

const readAt = ({ asOf, knownAt }: At): ReadAt => ({
  ...{ asOf: new Date(asOf).toISOString(), knownAt: new Date(knownAt).toISOString(), latest: false },
});

const period = (name: string, from: string, to: string, began: number, over: number): PlainPeriod => ({
  ...{ name, from, to, began, over },
});
const PERIODS = [
  null,
  period('2017-03', '2017-03-01', '2017-04-01', Date.UTC(2017, 2, 1, 5), Date.UTC(2017, 3, 1, 4)),
  period('2017-Q4', '2017-04-01', '2017-07-01', Date.UTC(2017, 3, 1, 4), Date.UTC(2017, 6, 1, 4)),
  period('2018', '2017-07-01', '2018-07-01', Date.UTC(2017, 6, 1, 4), Date.UTC(2018, 6, 1, 4)),
];

/** Which sum of what counts in which way a figure is. */
const SUMS: Partial<Record<MeasureName, readonly [basis: string, of: keyof PlainSum]>> = {
  ...{ wonDeals: ['won', 'deals'], wonAmount: ['won', 'amount'], medianCycleDays: ['won', 'days'] },
  ...{ lostDeals: ['lost', 'deals'], lostAmount: ['lost', 'amount'], medianLossDays: ['lost', 'days'] },
  ...{ createdDeals: ['created', 'deals'], createdAmount: ['created', 'amount'] },
  ...{ openDeals: ['open', 'deals'], openAmount: ['open', 'amount'] },
  ...{ slippedDeals: ['slipped', 'deals'], slippedAmount: ['slipped', 'amount'], slippedTimes: ['slipped', 'times'] },
  ...{ medianDaysSlipped: ['slipped', 'days'], medianDaysPostponed: ['postponed', 'days'] },
  ...{ pushedDeals: ['pushed', 'deals'], pushedAmount: ['pushed', 'amount'] },
  ...{ postponedDeals: ['postponed', 'deals'], postponedAmount: ['postponed', 'amount'] },
  ...{ postponedTimes: ['postponed', 'times'] },
  ...{ overdueDeals: ['overdue', 'deals'], overdueAmount: ['overdue', 'amount'] },
};

const median = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10;
};

const amountOf = (value: Values[MeasureName]): number | null =>
  typeof value === 'object' && value !== null ? value.amount : (value ?? null);

const questions = fc.record({
  at: instants,
  report: fc.constantFrom(...REPORT_NAMES.filter((name) => name !== 'coverage')),
  period: fc.constantFrom(...PERIODS),
  group: fc.constantFrom(...PLAIN_GROUPS),
  second: fc.constantFrom(null, ...PLAIN_GROUPS.slice(1)) as fc.Arbitrary<SecondGroup | null>,
  owner: fc.constantFrom(null, null, 'ann', 'bob'),
});

describe('the reports of any history', { timeout: 240_000 }, () => {
  it.each(STORES)('equal plain arithmetic over the facts, by any two groups, at any instants, on $name', async (of) => {
    const asked = fc.array(questions, { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(correctedHistories, asked, async (facts, all) => {
        await withStore(
          facts,
          async (store, readModels) => {
            const figures = new DealFigures(store, readModels, settings);
            const handler = new ReportHandler(readModels, figures, settings);
            const behind = new ReportDealsHandler(readModels, figures, settings);
            for (const { at, report, period, group, second, owner } of all) {
              const definition = {
                ...{ report, period: parsePeriod(period?.name ?? ''), group, second, compare: [] },
                filter: owner === null ? {} : { owner },
              };
              const { total, rows } = await handler.execute(new ReportQuery(definition, readAt(at)));
              const shown = new Map([['total', total.values]]);
              for (const row of rows) {
                shown.set(`${row.group ?? ''}`, row.values);
                for (const inner of row.within ?? [])
                  shown.set(`${row.group ?? ''}|${inner.second ?? ''}`, inner.values);
              }
              const plain = new Map(
                reports[report].bases.map((basis) => {
                  return [basis as string, plainReport(facts, at, { basis, period, group, second, owner })] as const;
                }),
              );
              const names = new Set(['total', ...[...plain.values()].flatMap((sums) => [...sums.keys()])]);
              expect(new Set(shown.keys())).toEqual(names);
              for (const [name, values] of shown) {
                for (const [measure, value] of Object.entries(values) as [MeasureName, Values[MeasureName]][]) {
                  const [basis, of] = SUMS[measure] ?? [];
                  if (basis === undefined || of === undefined) continue;
                  const sum = plain.get(basis)?.get(name) ?? { deals: 0, amount: 0, times: 0, days: [] };
                  const expected = of === 'days' ? median(sum.days) : sum[of];
                  expect([name, measure, amountOf(value)]).toEqual([name, measure, expected]);
                }
              }
              const [row] = rows;
              const [inner] = row?.within ?? [];
              if (row === undefined) continue;
              const wanted = group === 'none' ? [undefined, inner?.second] : [row.group, inner?.second];
              const query = new ReportDealsQuery(definition, wanted, { limit: 200 }, readAt(at));
              const { items } = await behind.execute(query);
              const key = [row.group, ...(inner === undefined ? [] : [inner.second])]
                .map((name) => name ?? '')
                .join('|');
              for (const [basis, sums] of plain) {
                const listed = items.filter(({ counts }) => counts === basis);
                const amount = listed.reduce((sum, deal) => sum + deal.amount.amount, 0);
                const { deals, amount: expected } = sums.get(key) ?? { deals: 0, amount: 0 };
                expect([basis, listed.length, amount]).toEqual([basis, deals, expected]);
              }
            }
          },
          of.open,
        );
      }),
      { numRuns: 50 / of.slower },
    );
  });

  it('add up from inner rows to rows to the total, to the cent, by any two groups', async () => {
    await fc.assert(
      fc.asyncProperty(
        correctedHistories,
        fc.array(questions, { minLength: 10, maxLength: 10 }),
        async (facts, all) => {
          await withStore(facts, async (store, readModels) => {
            const handler = new ReportHandler(readModels, new DealFigures(store, readModels, settings), settings);
            for (const { at, report, period, group, second } of all) {
              const definition = {
                report,
                period: parsePeriod(period?.name ?? ''),
                group,
                second,
                filter: {},
                compare: [],
              };
              const { total, rows, measures } = await handler.execute(new ReportQuery(definition, readAt(at)));
              const added = measures.filter(({ name }) => SUMS[name]?.[1] === 'amount');
              for (const { name } of added) {
                const sumOf = (all: readonly Readonly<{ values: Values }>[]) =>
                  all.reduce((sum, { values }) => sum + (amountOf(values[name]) ?? 0), 0);
                expect(sumOf(rows)).toBe(amountOf(total.values[name]));
                for (const row of rows) if (row.within) expect(sumOf(row.within)).toBe(amountOf(row.values[name]));
              }
            }
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('have the coverage of the forecast as of then, of reps, teams and all', async () => {
    const periods = fc.constantFrom(...PERIODS.filter((each) => each !== null));
    await fc.assert(
      fc.asyncProperty(
        correctedHistories,
        fc.array(fc.tuple(instants, periods), { minLength: 5 }),
        async (facts, all) => {
          await withStore(facts, async (store, readModels) => {
            const figures = new DealFigures(store, readModels, settings);
            const reporting = new ReportHandler(readModels, figures, settings);
            const forecasts = new ForecastHandler(readModels, figures, settings);
            for (const [at, { name, over }] of all) {
              const then = { ...at, asOf: Math.min(at.asOf, over - 1) };
              const asked = parsePeriod(name);
              if (asked === null) throw new Error(`${name} is a period`);
              const stretch = { from: name, to: name };
              for (const group of ['none', 'owner', 'team'] as const) {
                const query = new ForecastQuery(unitOf(asked), stretch, group, readAt(then));
                const forecast = (await forecasts.execute(query)).rows.filter((row) => row.period === name);
                const definition = { report: 'coverage', period: asked, group, filter: {}, compare: [] } as const;
                const { rows, total } = await reporting.execute(new ReportQuery(definition, readAt(at)));
                const shown = group === 'none' ? [total] : rows;
                for (const row of forecast) {
                  const { quota, coverage, attainment } = row;
                  const values = shown.find((each) => each.group === row.group)?.values;
                  const open = row.commit.amount + row.bestCase.amount + row.pipeline.amount;
                  expect([name, group, row.group, values?.quota ?? null]).toEqual([
                    name,
                    group,
                    row.group,
                    quota ?? null,
                  ]);
                  expect(values?.coverage ?? null).toBe(coverage ?? null);
                  expect(values?.attainment ?? null).toBe(attainment ?? null);
                  expect(amountOf(values?.dueAmount) ?? 0).toBe(open);
                  expect(amountOf(values?.wonAmount) ?? 0).toBe(row.closed.amount);
                }
                const withDeals = rows.filter(({ values }) => values.quota !== null || values.dueDeals !== 0);
                if (group !== 'none') {
                  const known = new Set(forecast.map((row) => row.group));
                  expect(withDeals.filter((row) => !known.has(row.group))).toEqual([]);
                }
              }
            }
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('have the slippage of the read of a process in their total', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, instants, fc.constantFrom(...PERIODS), async (facts, at, period) => {
        await withStore(facts, async (store, readModels) => {
          const figures = new DealFigures(store, readModels, settings);
          // The log is read for the list of moves only.
          const slippage = new DealSlippageHandler(readModels, figures, {} as DealEvents, settings);
          const days = { from: period?.from ?? null, to: period?.to ?? null };
          const read = await slippage
            .execute(new DealSlippageQuery('sales', days, {}, readAt(at), null))
            // Nobody knew the process yet.
            .catch(() => null);
          const report: ReportName = 'slippage';
          const filter = { process: 'sales' };
          const definition = { report, period: parsePeriod(period?.name ?? ''), group: null, filter, compare: [] };
          const handler = new ReportHandler(readModels, figures, settings);
          const { values } = (await handler.execute(new ReportQuery(definition, readAt(at)))).total;
          if (read === null) return;
          expect(values).toMatchObject({
            ...{
              slippedDeals: read.slipped.deals,
              slippedTimes: read.slipped.times,
              slippedAmount: read.slipped.amount,
            },
            ...{ pushedDeals: read.pushed.deals, pushedAmount: read.pushed.amount },
            ...{ postponedDeals: read.postponed.deals, postponedTimes: read.postponed.times },
            ...{ postponedAmount: read.postponed.amount, overdueDeals: read.stillOpen },
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});
