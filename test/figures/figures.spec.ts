import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { Whose } from '#forecasting/forecast/asked.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import {
  FORECAST_DIMENSIONS,
  FORECAST_GROUPS,
  type ForecastDimension,
  type ForecastGroup,
} from '#forecasting/forecast/forecast-groups.js';
import type { ForecastRow } from '#forecasting/forecast/forecast-rows.js';
import {
  type ForecastDeal,
  ForecastDealsHandler,
  ForecastDealsQuery,
} from '#forecasting/forecast-deals/forecast-deals.query.js';
import { ForecastHistoryHandler, ForecastHistoryQuery } from '#forecasting/forecast-history/forecast-history.query.js';
import {
  LEADERBOARD_METRICS,
  LeaderboardHandler,
  LeaderboardQuery,
} from '#forecasting/leaderboard/leaderboard.query.js';
import { RepPerformanceHandler, RepPerformanceQuery } from '#forecasting/rep-performance/rep-performance.query.js';
import type { ReadAt } from '#http/read-at.js';
import { type Period, parsePeriod, unitOf } from '#kernel/period.js';
import { correctedHistories, type Fact, histories, START } from './generated-history.js';
import { type At, plainForecast, plainPerformance } from './plain-figures.js';
import { withStore } from './projected.js';

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const HOUR = 3_600_000;
const ALL = { from: null, to: null };
const UNITS = ['month', 'quarter', 'year'] as const;
const NOTHING = { closed: 0, commit: 0, bestCase: 0, pipeline: 0, weighted: 0 };

/** Hours after the start of the history, on both axes. */
const instants = fc
  .record({ asOf: fc.nat(9_000), knownAt: fc.nat(9_000) })
  .map(({ asOf, knownAt }): At => ({ asOf: START + asOf * HOUR, knownAt: START + knownAt * HOUR }));

const readAt = ({ asOf, knownAt }: At): ReadAt => ({
  asOf: new Date(asOf).toISOString(),
  knownAt: new Date(knownAt).toISOString(),
  latest: false,
});

describe('a forecast of any history', { timeout: 120_000 }, () => {
  it('equals plain arithmetic over the facts, at any pair of instants, by any group and unit', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, fc.array(instants, { minLength: 3, maxLength: 3 }), async (facts, pairs) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          for (const at of pairs) {
            for (const by of UNITS) {
              for (const group of FORECAST_GROUPS) {
                const { rows } = await handler.execute(new ForecastQuery(by, ALL, group, readAt(at)));
                const plain = plainForecast(facts, at, by, group);
                const withDeals = rows.filter(({ period, group: name }) => plain.has(`${period}|${name}`));
                expect(new Set(withDeals.map(({ period, group: name }) => `${period}|${name}`))).toEqual(
                  new Set(plain.keys()),
                );
                for (const { period, group: name, closed, commit, bestCase, pipeline, weighted } of rows) {
                  const row = plain.get(`${period}|${name}`) ?? NOTHING;
                  expect({
                    closed: closed.amount,
                    commit: commit.amount,
                    bestCase: bestCase.amount,
                    pipeline: pipeline.amount,
                  }).toEqual({
                    closed: row.closed,
                    commit: row.commit,
                    bestCase: row.bestCase,
                    pipeline: row.pipeline,
                  });
                  expect(Math.abs(weighted.amount - row.weighted)).toBeLessThanOrEqual(1);
                }
              }
            }
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('adds up to the same totals however it is grouped', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, instants, async (facts, at) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const totals = [];
          for (const group of FORECAST_GROUPS) {
            const { rows } = await handler.execute(new ForecastQuery('month', ALL, group, readAt(at)));
            totals.push(
              (['closed', 'commit', 'bestCase', 'pipeline'] as const).map((column) =>
                rows.reduce((sum, row) => sum + row[column].amount, 0),
              ),
            );
          }
          expect(new Set(totals.map((total) => JSON.stringify(total))).size).toBe(1);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('adds up in each group by whatever second one, and is split by a filter', async () => {
    const dimension = fc.constantFrom(...FORECAST_DIMENSIONS);
    await fc.assert(
      fc.asyncProperty(histories, instants, dimension, dimension, async (facts, at, first, second) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const rowsOf = async (
            ...[group, within, filter]: readonly [ForecastGroup, ForecastDimension | null, object]
          ) => (await handler.execute(new ForecastQuery('quarter', ALL, group, readAt(at), within, filter))).rows;
          const both = await rowsOf(first, second, {});
          const plain = new Map((await rowsOf(first, null, {})).map((row) => [`${row.period}|${row.group}`, row]));
          const sums = new Map<string, number>();
          for (const row of both) {
            const key = `${row.period}|${row.group}`;
            sums.set(key, (sums.get(key) ?? 0) + row.cumulative.pipeline.amount);
          }
          for (const [key, sum] of sums) expect([key, plain.get(key)?.cumulative.pipeline.amount]).toEqual([key, sum]);
          if (first === 'team') return;
          for (const group of new Set(both.flatMap((row) => (row.group === null ? [] : [row.group])))) {
            const filtered = await rowsOf(second, first, { [first]: group });
            const expected = both.filter((row) => row.group === group).map((row) => figuresOf(row, row.second));
            expect(new Set(filtered.map((row) => figuresOf(row, row.group)))).toEqual(new Set(expected));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('never falls from a surer category to a less sure one, and adds up over teams, adjusted or not', async () => {
    await fc.assert(
      fc.asyncProperty(histories, instants, fc.constantFrom(...UNITS), async (facts, at, by) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const rowsOf = async (group: ForecastGroup) =>
            (await handler.execute(new ForecastQuery(by, ALL, group, readAt(at)))).rows;
          const teams = await rowsOf('team');
          const all = [...(await rowsOf('none')), ...(await rowsOf('owner')), ...teams];
          const figures = [...all, ...teams.flatMap(({ withBelow }) => (withBelow ? [withBelow] : []))];
          for (const { closed, cumulative, adjusted = cumulative } of figures) {
            for (const { commit, bestCase, pipeline } of [cumulative, adjusted]) {
              const amounts = [closed, commit, bestCase, pipeline].map(({ amount }) => amount);
              expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
            }
          }
          for (const row of teams.filter(({ group }) => group === 'north')) {
            const parts = teams.filter(({ period, group }) => period === row.period && group?.endsWith('north'));
            const sum = parts.reduce((total, part) => total + part.cumulative.pipeline.amount, 0);
            expect(row.withBelow?.cumulative.pipeline.amount).toBe(sum);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('stood at the end of each day as its history says, by what was known then or is known now', async () => {
    const stretch = fc.record({ from: fc.nat(300), days: fc.nat(80), known: fc.constantFrom('then', 'now') });
    const whose = fc.constantFrom(null, { scope: 'rep', scopeId: 'bob' }, { scope: 'team', scopeId: 'north' });
    const period = fc.constantFrom('2017-03', '2017-Q4', '2018');
    await fc.assert(
      fc.asyncProperty(histories, stretch, whose, period, async (facts, { from, days, known }, of, name) => {
        await withStore(facts, async (store, readModels) => {
          const figures = new DealFigures(store, readModels, settings);
          const forecasts = new ForecastHandler(readModels, figures, settings);
          const history = new ForecastHistoryHandler(readModels, figures, settings);
          const [first, last] = [from, from + days].map((day) => new Date(START + day * 24 * HOUR).toISOString());
          const asked = { from: first?.slice(0, 10) ?? null, to: last?.slice(0, 10) ?? null };
          const at = readAt({ asOf: FAR, knownAt: FAR });
          const fiscal = parsePeriod(name) as Period;
          const { points } = await history.execute(
            new ForecastHistoryQuery(fiscal, asked, 'week', known as 'then' | 'now', of as Whose, at),
          );
          expect(points.length).toBe(Math.floor(days / 7) + 1);
          const filter = of === null ? {} : { [of.scope === 'rep' ? 'owner' : 'team']: of.scopeId };
          for (const { date, asOf, knownAt, ...figuresThen } of points) {
            expect(new Date(Date.parse(asOf) + 1).toLocaleString('en-CA', NEW_YORK)).toBe(`${dayAfter(date)}, 00:00`);
            expect(knownAt).toBe(known === 'then' ? asOf : at.knownAt);
            const query = new ForecastQuery(
              unitOf(fiscal),
              { from: name, to: name },
              'none',
              { asOf, knownAt, latest: false },
              null,
              filter,
            );
            const { rows } = await forecasts.execute(query);
            const row = rows.find((each) => each.period === name);
            if (row === undefined) expect(figuresThen.cumulative.pipeline.amount).toBe(0);
            else expect({ period: name, group: null, ...figuresThen }).toEqual(row);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is made up of the deals behind it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, instants, fc.constantFrom(...FORECAST_DIMENSIONS), async (facts, at, dimension) => {
        await withStore(facts, async (store, readModels) => {
          const figures = new DealFigures(store, readModels, settings);
          const forecasts = new ForecastHandler(readModels, figures, settings);
          const deals = new ForecastDealsHandler(readModels, figures, settings);
          const { rows } = await forecasts.execute(new ForecastQuery('quarter', ALL, dimension, readAt(at)));
          for (const row of rows) {
            const period = row.period === null ? null : parsePeriod(row.period);
            const filter = row.group === null ? {} : { [dimension]: row.group };
            const ungrouped = row.group === null ? [{ dimension, group: null }] : [];
            for (const column of ['closed', 'commit', 'bestCase', 'pipeline'] as const) {
              const found: ForecastDeal[] = [];
              for (let cursor: string | null = ''; cursor !== null; ) {
                const page = { limit: 2, ...(cursor !== '' && { cursor }) };
                const query = new ForecastDealsQuery(period, column, filter, page, readAt(at), ungrouped);
                const answer = await deals.execute(query);
                found.push(...answer.items);
                cursor = answer.next;
              }
              expect(new Set(found.map(({ dealId }) => dealId)).size).toBe(found.length);
              const figures = dimension === 'team' && row.group !== null ? row.withBelow : row;
              expect(found.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(figures?.[column].amount);
            }
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('shows the adjustment of the highest level that was in force, and submissions', async () => {
    await withStore(await oneHistory(), async (store, readModels) => {
      const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
      const march = { from: '2017-03', to: '2017-03' };
      const at = async (day: number, group: ForecastGroup) => {
        const query = new ForecastQuery('month', march, group, readAt({ asOf: START + day * 24 * HOUR, knownAt: FAR }));
        return (await handler.execute(query)).rows;
      };
      const bobs = async (day: number) => (await at(day, 'owner')).find(({ group }) => group === 'bob');
      expect((await bobs(49))?.adjusted?.commit.amount).toBe((await bobs(49))?.cumulative.commit.amount);
      expect((await bobs(69))?.adjusted?.commit.amount).toBe(300_000);
      expect((await bobs(89))?.adjusted?.commit.amount).toBe(310_000);
      expect((await bobs(91))?.adjusted?.commit.amount).toBe(300_000);
      expect((await bobs(91))?.submitted).toEqual({ commit: { amount: 280_000, currency: 'USD' } });
      const north = (await at(91, 'team')).find(({ group }) => group === 'north');
      expect(north?.withBelow?.adjusted?.bestCase.amount).toBe(900_000);
      expect(north?.withBelow?.submitted).toEqual({ commit: { amount: 500_000, currency: 'USD' } });
      expect(north?.quota).toEqual({ amount: 200_000, currency: 'USD' });
      const [company] = await at(91, 'none');
      expect(company?.adjusted?.bestCase.amount).toBe(900_000);
    });
  });

  it('has the rows of the asked stretch of periods, and what has no date', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, instants, async (facts, at) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const all = await handler.execute(new ForecastQuery('month', ALL, 'owner', readAt(at)));
          const some = { from: '2017-03', to: '2017-06' };
          const { rows } = await handler.execute(new ForecastQuery('month', some, 'owner', readAt(at)));
          expect(rows).toEqual(
            all.rows.filter(({ period }) => period === null || (period >= '2017-03' && period < '2017-07')),
          );
        });
      }),
      { numRuns: 25 },
    );
  });
});

const NEW_YORK = { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;

const dayAfter = (date: string): string => new Date(Date.parse(date) + 24 * HOUR).toISOString().slice(0, 10);

const FAR = Date.UTC(2030, 0, 1);

/** Without deals: what is said about the forecasts stands alone. */
const oneHistory = async (): Promise<readonly Fact[]> =>
  (fc.sample(histories, 1)[0] ?? []).filter(({ stream }) => !stream.startsWith('deal-'));

const figuresOf = (row: ForecastRow, name: string | null | undefined): string =>
  JSON.stringify([row.period, name, row.closed, row.commit, row.bestCase, row.pipeline, row.weighted]);

const REPS = ['ann', 'bob', 'cid'];
/** No rep of these histories, but deals are split with them. */
const WITH_SHARES = 'gone';
const PERIODS = [null, '2017-03', '2017-Q4', '2017', '2018'];

describe('performance and leaderboards of any history', { timeout: 120_000 }, () => {
  it('equal plain arithmetic over the facts, at any pair of instants and for any period', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, instants, fc.constantFrom(...PERIODS), async (facts, at, period) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new RepPerformanceHandler(
            readModels,
            new DealFigures(store, readModels, settings),
            store,
            settings,
          );
          const boards = new LeaderboardHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const plain = new Map(REPS.map((repId) => [repId, plainPerformance(facts, at, repId, period)]));
          const asked = period === null ? null : parsePeriod(period);
          for (const [repId, expected] of plain) {
            const known = facts.some(({ stream, recordedAt }) => stream === `rep-${repId}` && recordedAt <= at.knownAt);
            const answer = handler.execute(new RepPerformanceQuery(repId, asked, readAt(at)));
            if (!known) {
              await expect(answer).rejects.toThrow('NotFound');
              continue;
            }
            const found = await answer;
            const { averageCycleDays, weighted, ...exact } = expected;
            expect({
              wonDeals: found.wonDeals,
              wonAmount: found.wonAmount.amount,
              lostDeals: found.lostDeals,
              winRate: found.winRate,
              openDeals: found.openDeals,
              openAmount: found.openAmount.amount,
              activities: found.activities,
              callSeconds: found.callSeconds,
            }).toEqual(exact);
            expect(Math.abs(found.weighted.amount - weighted)).toBeLessThanOrEqual(1);
            expect(found.averageCycleDays === null).toBe(averageCycleDays === null);
            expect(Math.abs((found.averageCycleDays ?? 0) - (averageCycleDays ?? 0))).toBeLessThanOrEqual(0.051);
          }
          for (const metric of LEADERBOARD_METRICS) {
            const { rows } = await boards.execute(new LeaderboardQuery(metric, asked, null, readAt(at)));
            const everybody = [...plain, [WITH_SHARES, plainPerformance(facts, at, WITH_SHARES, period)] as const];
            const counted = everybody.map(([repId, figures]) => {
              const { activities, wonDeals, wonAmount, lostDeals, winRate } = figures;
              const done = Object.values(activities).reduce((sum, each) => sum + each, 0);
              const value = { wonDeals, wonAmount, winRate, activities: done }[metric];
              const isThere =
                { wonDeals, wonAmount: wonDeals, winRate: wonDeals + lostDeals, activities: done }[metric] > 0;
              return { repId, value, isThere };
            });
            const expected = counted.filter(({ isThere }) => isThere);
            expect(
              new Map(rows.map(({ repId, value }) => [repId, typeof value === 'number' ? value : value.amount])),
            ).toEqual(new Map(expected.map(({ repId, value }) => [repId, value])));
            for (const { rank, repId } of rows) {
              const own = expected.find((row) => row.repId === repId)?.value ?? 0;
              expect(rank).toBe(1 + expected.filter(({ value }) => (value ?? 0) > own).length);
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('say of the latest state what they say of the instant now', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, async (facts) => {
        await withStore(facts, async (store, readModels) => {
          const boards = new LeaderboardHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const now = readAt({ asOf: Date.now(), knownAt: Date.now() });
          for (const metric of LEADERBOARD_METRICS) {
            const { rows } = await boards.execute(new LeaderboardQuery(metric, null, null, now));
            const latest = await boards.execute(new LeaderboardQuery(metric, null, null, { ...now, latest: true }));
            expect(latest.rows).toEqual(rows);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it('list of a team its reps and those of the teams below', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, async (facts) => {
        await withStore(facts, async (store, readModels) => {
          const boards = new LeaderboardHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const now = readAt({ asOf: Date.now(), knownAt: Date.now() });
          const all = await boards.execute(new LeaderboardQuery('wonDeals', null, null, now));
          const { rows } = await boards.execute(new LeaderboardQuery('wonDeals', null, 'north', now));
          expect(rows.map(({ repId, value }) => ({ repId, value }))).toEqual(
            all.rows
              .filter(({ repId }) => repId === 'ann' || repId === 'bob')
              .map(({ repId, value }) => ({ repId, value })),
          );
        });
      }),
      { numRuns: 20 },
    );
  });
});
