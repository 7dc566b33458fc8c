import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { StageConversionHandler, StageConversionQuery } from '#deals/stage-conversion/stage-conversion.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import type { ForecastGroup } from '#forecasting/forecast/forecast-groups.js';
import { LeaderboardHandler, LeaderboardQuery } from '#forecasting/leaderboard/leaderboard.query.js';
import { parsePeriod } from '#kernel/period.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import {
  factsOf,
  instant,
  listPrice,
  managerOf,
  type Opportunity,
  openedOn,
  opportunities,
  organisation,
  regionOf,
  sectorOf,
} from './crm-sales-facts.js';
import { project } from './delivered-history.js';

// 8,800 real opportunities, and every figure of them once more by arithmetic over the lines of the file.

const GROUPS: Partial<Record<ForecastGroup, (deal: Opportunity) => string | null>> = {
  none: () => null,
  owner: ({ agent }) => agent,
  region: ({ agent }) => regionOf.get(agent) ?? null,
  product: ({ product }) => product,
  team: ({ agent }) => managerOf.get(agent) ?? null,
  industry: ({ account }) => sectorOf.get(account) ?? null,
};

/** Rows by `period|group` as `closed, best case, pipeline, weighted` in cents. */
const plainRows = (
  day: string,
  groupOf: (deal: Opportunity) => string | null,
): ReadonlyMap<string, readonly number[]> => {
  const rows = new Map<string, number[]>();
  const add = (period: string | null, deal: Opportunity, column: number, cents: number) => {
    const key = `${period}|${groupOf(deal)}`;
    const row = rows.get(key) ?? [0, 0, 0, 0];
    row[column] = (row[column] ?? 0) + cents;
    rows.set(key, row);
  };
  for (const deal of opportunities) {
    if (openedOn(deal) > day) continue;
    if (deal.closedOn !== '' && deal.closedOn <= day) {
      if (deal.stage === 'Won') add(deal.closedOn.slice(0, 7), deal, 0, deal.value * 100);
      continue;
    }
    const cents = listPrice(deal) * 100;
    add(null, deal, deal.engagedOn ? 1 : 2, cents);
    add(null, deal, 3, deal.engagedOn ? cents / 2 : cents / 4);
  }
  return rows;
};

const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

describe('figures of 8,800 real opportunities', { timeout: 120_000 }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-crm-sales-'));
  const settings = readSettings({});
  let store: ReadStore;
  let readModels: ReadModels;
  let figures: DealFigures;

  beforeAll(async () => {
    store = await openEmbeddedReadStore({ directory });
    await project([...organisation, ...opportunities.flatMap(factsOf)], store, projections);
    readModels = new ReadModels(store, new Progress());
    figures = new DealFigures(store, readModels, settings);
  }, 120_000);

  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const at = (day: string) => ({ asOf: `${day}T00:00:00.000Z`, knownAt: '2021-01-01T00:00:00.000Z', latest: false });

  const expectForecastOf = async (day: string, group: ForecastGroup): Promise<void> => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const query = new ForecastQuery('month', { from: null, to: null }, group, at(day));
    const { rows } = await handler.execute(query);
    const shown = rows.map(
      ({ period, group: name, closed, bestCase, pipeline, weighted }) =>
        [`${period}|${name}`, [closed, bestCase, pipeline, weighted].map(({ amount }) => amount)] as const,
    );
    expect(new Map(shown)).toEqual(plainRows(day, GROUPS[group] ?? (() => null)));
  };

  for (const day of ['2016-12-01', '2017-03-01', '2017-06-15', '2017-10-31', '2017-12-31']) {
    it(`equal the file as of ${day}, by every group`, async () => {
      for (const group of Object.keys(GROUPS)) await expectForecastOf(day, group as ForecastGroup);
    });
  }

  it('equal the file as of each day of 2017', async () => {
    for (let day = instant('2017-01-01'); day < instant('2018-01-01'); day += 86_400_000) {
      await expectForecastOf(new Date(day).toISOString().slice(0, 10), 'none');
    }
  }, 120_000);

  it('equal the file in each month and quarter of 2017, by any two of rep, manager, region, product and sector', async () => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const dimensions = ['owner', 'team', 'region', 'product', 'industry'] as const;
    const won = opportunities.filter(({ stage: of }) => of === 'Won');
    for (const by of ['month', 'quarter'] as const) {
      for (const first of dimensions) {
        for (const second of dimensions) {
          const query = new ForecastQuery(by, { from: '2017-01', to: '2017-12' }, first, at('2017-12-31'), second);
          const { rows } = await handler.execute(query);
          const expected = new Map<string, number>();
          for (const deal of won) {
            const period = by === 'month' ? deal.closedOn.slice(0, 7) : quarterOf(deal.closedOn);
            const key = JSON.stringify([period, GROUPS[first]?.(deal), GROUPS[second]?.(deal)]);
            expected.set(key, (expected.get(key) ?? 0) + deal.value * 100);
          }
          const dated = rows.filter(({ period }) => period !== null);
          expect(
            new Map(
              dated.map(({ period, group, second: within, closed }) => [
                JSON.stringify([period, group, within]),
                closed.amount,
              ]),
            ),
          ).toEqual(expected);
          expect(dated.every(({ closed, cumulative }) => cumulative.pipeline.amount === closed.amount)).toBe(true);
        }
      }
    }
  });

  it('rank the reps of a quarter as the file does', async () => {
    const handler = new LeaderboardHandler(readModels, figures, settings);
    const query = new LeaderboardQuery('wonAmount', parsePeriod('2017-Q2'), null, at('2017-12-31'));
    const { rows } = await handler.execute(query);
    const won = opportunities.filter(
      ({ stage: of, closedOn }) => of === 'Won' && closedOn >= '2017-04-01' && closedOn < '2017-07-01',
    );
    const values = new Map<string, number>();
    for (const { agent, value } of won) values.set(agent, (values.get(agent) ?? 0) + value * 100);
    const sorted = [...values].sort(([, a], [, b]) => b - a);
    expect(rows.map(({ rank, repId, value }) => [rank, repId, value])).toEqual(
      sorted.map(([agent, amount], index) => [index + 1, agent, { amount, currency: 'USD' }]),
    );
  });

  it('convert in each stage as the file does, for the cohort of each quarter', async () => {
    const handler = new StageConversionHandler(readModels, figures, settings);
    const all = { from: null, to: null };
    const query = new StageConversionQuery('crm-sales', all, {}, 'quarter', at('2017-12-31'));
    const { cohorts = [] } = await handler.execute(query);
    for (const { period, stages } of cohorts) {
      const cohort = opportunities.filter(
        (deal) => openedOn(deal) <= '2017-12-31' && quarterOf(openedOn(deal)) === period,
      );
      const engaged = cohort.filter(({ engagedOn }) => engagedOn !== '');
      const ended = engaged.filter(({ closedOn }) => closedOn !== '' && closedOn <= '2017-12-31');
      const of = (outcome: string) => ended.filter((deal) => deal.stage === outcome).length;
      const days = ended
        .map(({ engagedOn, closedOn }) => (instant(closedOn) - instant(engagedOn)) / 86_400_000)
        .sort((a, b) => a - b);
      const median = ((days[(days.length - 1) >> 1] ?? 0) + (days[days.length >> 1] ?? 0)) / 2;
      const shown = stages.map(({ id, entered, advanced, lost, open, won, medianDaysInStage }) => {
        return [id, entered, advanced, lost, open, won, medianDaysInStage];
      });
      const [waiting, still] = [cohort.length - engaged.length, engaged.length - ended.length];
      expect([period, ...shown]).toEqual([
        period,
        ['prospecting', cohort.length, engaged.length, 0, waiting, of('Won'), engaged.length === 0 ? null : 0],
        ['engaging', engaged.length, of('Won'), of('Lost'), still, of('Won'), ended.length === 0 ? null : median],
      ]);
    }
    expect(cohorts.map(({ period }) => period)).toEqual(
      [...new Set(opportunities.map((deal) => quarterOf(openedOn(deal))))].sort(),
    );
  });

  it('know nothing of what was not yet recorded', async () => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const knownAt = '2019-12-31T00:00:00.000Z';
    const query = new ForecastQuery('month', { from: null, to: null }, 'none', { ...at('2017-12-31'), knownAt });
    expect((await handler.execute(query)).rows).toEqual([]);
  });
});
