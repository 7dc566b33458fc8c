import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import type { DealEvents } from '#deals/deal-events/deal-events.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { PipelineBoardHandler, PipelineBoardQuery } from '#deals/pipeline-board/pipeline-board.query.js';
import { PipelineChangesHandler, PipelineChangesQuery } from '#deals/pipeline-changes/pipeline-changes.query.js';
import type { OwnerFilter } from '#deals/pipeline-scope/pipeline-scope.js';
import { StageConversionHandler, StageConversionQuery } from '#deals/stage-conversion/stage-conversion.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import type { ReadModels } from '#projections/read-models.js';
import {
  at,
  DIMENSION_NAMES,
  DIMENSIONS,
  type Dimension,
  dayAfter,
  daysOf,
  firstDayOf,
  groupedBy,
  isOpenOn,
  isWonBy,
  lastDayOf,
  MONTHS,
  middle,
  openOn,
  PERIODS,
  quarterOf,
  sum,
  TODAY,
} from './crm-sales-arithmetic.js';
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
} from './crm-sales-facts.js';
import { openProjected, type Projected } from './projected.js';

// 8,800 real opportunities, and every figure of them once more by arithmetic over the lines of the file.

type Group = Dimension | 'none';
const GROUPS = ['none', ...DIMENSION_NAMES] as const;
const memberOf = (group: Group): ((deal: Opportunity) => string | null) =>
  group === 'none' ? () => null : DIMENSIONS[group];

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
    if (isWonBy(deal, day)) add(deal.closedOn.slice(0, 7), deal, 0, deal.value * 100);
    if (!isOpenOn(deal, day)) continue;
    const cents = listPrice(deal) * 100;
    add(null, deal, deal.engagedOn ? 1 : 2, cents);
    add(null, deal, 3, deal.engagedOn ? cents / 2 : cents / 4);
  }
  return rows;
};

/** All, and the deals of each manager and of each rep. */
const SCOPES: readonly Readonly<{ filter: OwnerFilter; has: (deal: Opportunity) => boolean }>[] = [
  { filter: {}, has: () => true },
  ...[...new Set(managerOf.values())].map((teamId) => ({
    filter: { teamId },
    has: ({ agent }: Opportunity) => managerOf.get(agent) === teamId,
  })),
  ...[...regionOf.keys()].map((ownerId) => ({
    filter: { ownerId },
    has: ({ agent }: Opportunity) => agent === ownerId,
  })),
];

/** The steps that are not 0, as `[deals, cents]`, of deals as they stood when the two days began. */
const plainWaterfall = (from: string, to: string, has: (deal: Opportunity) => boolean) => {
  const steps: Record<string, [number, number]> = {};
  const add = (step: string, dollars: number): void => {
    const [deals, cents] = steps[step] ?? [0, 0];
    steps[step] = [deals + 1, cents + dollars * 100];
  };
  for (const deal of opportunities) {
    const wasOpen = isOpenOn(deal, from);
    if (!has(deal) || openedOn(deal) > to || (openedOn(deal) <= from && !wasOpen)) continue;
    const worth = isWonBy(deal, to) ? deal.value : listPrice(deal);
    if (wasOpen) add('start', listPrice(deal));
    else add('created', worth);
    if (wasOpen && worth !== listPrice(deal)) {
      add(worth > listPrice(deal) ? 'increased' : 'decreased', Math.abs(worth - listPrice(deal)));
    }
    add(isOpenOn(deal, to) ? 'end' : isWonBy(deal, to) ? 'won' : 'lost', worth);
  }
  return steps;
};

describe('figures of 8,800 real opportunities', { timeout: 120_000 }, () => {
  const settings = readSettings({});
  let projected: Projected;
  let readModels: ReadModels;
  let figures: DealFigures;

  beforeAll(async () => {
    projected = await openProjected([...organisation, ...opportunities.flatMap(factsOf)]);
    readModels = projected.readModels;
    figures = new DealFigures(projected.store, readModels, settings);
  }, 120_000);

  afterAll(() => projected.close());

  const expectForecastOf = async (day: string, group: Group): Promise<void> => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const query = new ForecastQuery('month', { from: null, to: null }, group, at(day));
    const { rows } = await handler.execute(query);
    const shown = rows.map(
      ({ period, group: name, closed, bestCase, pipeline, weighted }) =>
        [`${period}|${name}`, [closed, bestCase, pipeline, weighted].map(({ amount }) => amount)] as const,
    );
    expect(new Map(shown)).toEqual(plainRows(day, memberOf(group)));
  };

  it('equal the file as of the end of each month, and before the first, by every group', async () => {
    for (const day of ['2016-12-01', '2016-12-31', ...MONTHS.map(lastDayOf)]) {
      for (const group of GROUPS) await expectForecastOf(day, group);
    }
  });

  it('equal the file as of each day of 2017', async () => {
    for (let day = instant('2017-01-01'); day < instant('2018-01-01'); day += 86_400_000) {
      await expectForecastOf(new Date(day).toISOString().slice(0, 10), 'none');
    }
  }, 120_000);

  it('equal the file in each month and quarter of 2017 and the year, by any two of rep, manager, region, product and sector', async () => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const won = opportunities.filter((deal) => isWonBy(deal, TODAY));
    const nameOf = {
      month: (day: string) => day.slice(0, 7),
      quarter: quarterOf,
      year: (day: string) => day.slice(0, 4),
    };
    for (const by of ['month', 'quarter', 'year'] as const) {
      for (const first of DIMENSION_NAMES) {
        for (const second of DIMENSION_NAMES) {
          const query = new ForecastQuery(by, { from: '2017-01', to: '2017-12' }, first, at(TODAY), second);
          const { rows } = await handler.execute(query);
          const expected = new Map<string, number>();
          for (const deal of won) {
            const period = nameOf[by](deal.closedOn);
            const key = JSON.stringify([period, DIMENSIONS[first](deal), DIMENSIONS[second](deal)]);
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

  it('show the board of the file as of the end of each month: all of it, that of each manager and of each rep', async () => {
    const handler = new PipelineBoardHandler(readModels, figures, projected.store, settings);
    for (const day of MONTHS.map(lastDayOf)) {
      const open = openOn(day);
      for (const { filter, has } of SCOPES) {
        const { stages, total } = await handler.execute(new PipelineBoardQuery('crm-sales', at(day), filter));
        const of = (deals: readonly Opportunity[]) => [deals.length, sum(deals, listPrice) * 100] as const;
        const waiting = open.filter((deal) => has(deal) && deal.engagedOn === '');
        const engaged = open.filter((deal) => has(deal) && deal.engagedOn !== '');
        const [pipeline, bestCase] = [of(waiting), of(engaged)];
        expect(stages.map(({ id, deals, amount, weighted }) => [id, deals, amount.amount, weighted.amount])).toEqual([
          ['prospecting', ...pipeline, pipeline[1] / 4],
          ['engaging', ...bestCase, bestCase[1] / 2],
        ]);
        expect([total.deals, total.amount.amount, total.weighted.amount]).toEqual([
          ...[pipeline[0] + bestCase[0], pipeline[1] + bestCase[1], pipeline[1] / 4 + bestCase[1] / 2],
        ]);
      }
    }
  });

  it('changed in each month, quarter and the year as the file did: all, those of each manager and of each rep', async () => {
    const handler = new PipelineChangesHandler(readModels, figures, {} as DealEvents, settings);
    for (const period of PERIODS) {
      const [from, to] = [firstDayOf(period), dayAfter(period) > TODAY ? TODAY : dayAfter(period)];
      const between = { from: at(from).asOf, to: at(to).asOf };
      for (const { filter, has } of SCOPES) {
        const query = new PipelineChangesQuery('crm-sales', between, null, filter, at(TODAY), { row: null, limit: 1 });
        const {
          asOf,
          knownAt,
          position,
          processId,
          from: _,
          to: __,
          period: ___,
          deals,
          next,
          ...steps
        } = await handler.execute(query);
        const shown = Object.entries(steps).flatMap(([step, { deals: count, amount }]) =>
          count === 0 ? [] : [[step, [count, amount.amount]] as const],
        );
        expect(Object.fromEntries(shown)).toEqual(plainWaterfall(from, to, has));
      }
    }
  });

  it('convert in each stage as the file does, for the cohort of each month and quarter: all, and of each manager', async () => {
    const handler = new StageConversionHandler(readModels, figures, {} as DealEvents, settings);
    const all = { from: null, to: null };
    for (const { filter, has } of SCOPES.filter(({ filter: { ownerId } }) => ownerId === undefined)) {
      const deals = opportunities.filter(has);
      for (const by of ['month', 'quarter'] as const) {
        const query = new StageConversionQuery('crm-sales', all, filter, by, at(TODAY));
        const { cohorts = [] } = await handler.execute(query);
        const expected = groupedBy(deals, (deal) =>
          by === 'month' ? openedOn(deal).slice(0, 7) : quarterOf(openedOn(deal)),
        );
        expect(cohorts.map(({ period }) => period)).toEqual([...expected.keys()].sort());
        for (const { period, stages } of cohorts) {
          const cohort = expected.get(period) ?? [];
          const engaged = cohort.filter(({ engagedOn }) => engagedOn !== '');
          const ended = engaged.filter((deal) => !isOpenOn(deal, TODAY));
          const of = (outcome: string) => ended.filter((deal) => deal.stage === outcome).length;
          const shown = stages.map(({ id, entered, advanced, lost, open, won, medianDaysInStage }) => {
            return [id, entered, advanced, lost, open, won, medianDaysInStage];
          });
          const [waiting, still] = [cohort.length - engaged.length, engaged.length - ended.length];
          expect([period, ...shown]).toEqual([
            period,
            ['prospecting', cohort.length, engaged.length, 0, waiting, of('Won'), engaged.length === 0 ? null : 0],
            ['engaging', engaged.length, of('Won'), of('Lost'), still, of('Won'), middle(daysOf(ended))],
          ]);
        }
      }
    }
  });

  it('know nothing of what was not yet recorded', async () => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const knownAt = '2019-12-31T00:00:00.000Z';
    const query = new ForecastQuery('month', { from: null, to: null }, 'none', { ...at(TODAY), knownAt });
    expect((await handler.execute(query)).rows).toEqual([]);
  });
});
