import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import { FORECAST_GROUPS } from '#forecasting/forecast/forecast-groups.js';
import {
  LEADERBOARD_METRICS,
  LeaderboardHandler,
  LeaderboardQuery,
} from '#forecasting/leaderboard/leaderboard.query.js';
import { RepPerformanceHandler, RepPerformanceQuery } from '#forecasting/rep-performance/rep-performance.query.js';
import type { ReadAt } from '#http/read-at.js';
import { parsePeriod } from '#kernel/period.js';
import { histories, START } from './generated-history.js';
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
      fc.asyncProperty(histories, fc.array(instants, { minLength: 3, maxLength: 3 }), async (facts, pairs) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels), settings);
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
      fc.asyncProperty(histories, instants, async (facts, at) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels), settings);
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

  it('has the rows of the asked stretch of periods, and what has no date', async () => {
    await fc.assert(
      fc.asyncProperty(histories, instants, async (facts, at) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels), settings);
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

const REPS = ['ann', 'bob', 'cid'];
const PERIODS = [null, '2017-03', '2017-Q4', '2017', '2018'];

describe('performance and leaderboards of any history', { timeout: 120_000 }, () => {
  it('equal plain arithmetic over the facts, at any pair of instants and for any period', async () => {
    await fc.assert(
      fc.asyncProperty(histories, instants, fc.constantFrom(...PERIODS), async (facts, at, period) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new RepPerformanceHandler(readModels, new DealFigures(store, readModels), store, settings);
          const boards = new LeaderboardHandler(readModels, new DealFigures(store, readModels), store, settings);
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
            const counted = [...plain].map(([repId, figures]) => {
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
      fc.asyncProperty(histories, async (facts) => {
        await withStore(facts, async (store, readModels) => {
          const boards = new LeaderboardHandler(readModels, new DealFigures(store, readModels), store, settings);
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
      fc.asyncProperty(histories, async (facts) => {
        await withStore(facts, async (store, readModels) => {
          const boards = new LeaderboardHandler(readModels, new DealFigures(store, readModels), store, settings);
          const now = readAt({ asOf: Date.now(), knownAt: Date.now() });
          const all = await boards.execute(new LeaderboardQuery('wonDeals', null, null, now));
          const { rows } = await boards.execute(new LeaderboardQuery('wonDeals', null, 'north', now));
          expect(rows.map(({ repId, value }) => ({ repId, value }))).toEqual(
            all.rows.filter(({ repId }) => repId !== 'cid').map(({ repId, value }) => ({ repId, value })),
          );
        });
      }),
      { numRuns: 20 },
    );
  });
});
