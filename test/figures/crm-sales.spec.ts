import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
import { root } from '#test/architecture/repository.js';
import { project } from './delivered-history.js';
import { type Fact } from './generated-history.js';

// 8,800 real opportunities, and every figure of them once more by arithmetic over the lines of the file.

const csv = (name: string): readonly string[][] =>
  readFileSync(join(root, 'test/fixtures/crm-sales', name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

const RECORDED = Date.UTC(2020, 0, 1);
const usd = (major: number) => ({ amount: major * 100, currency: 'USD' });
const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);
const fact = (stream: string, type: string, at: number, data: Fact['data']): Fact => ({
  stream,
  type,
  data,
  at,
  recordedAt: RECORDED,
});

const price = new Map(csv('products.csv').map(([name = '', , major]) => [name.replaceAll(' ', ''), Number(major)]));
const regionOf = new Map(csv('sales_teams.csv').map(([agent = '', , region = '']) => [agent, region]));
const managerOf = new Map(csv('sales_teams.csv').map(([agent = '', manager = '']) => [agent, manager]));
const sectorOf = new Map(csv('accounts.csv').map(([account = '', sector = '']) => [account, sector]));

const opportunities = csv('sales_pipeline.csv').map((line) => {
  const [id = '', agent = '', product = '', account = '', stage = '', engagedOn = '', closedOn = '', value = ''] = line;
  return { id, agent, product: product.replaceAll(' ', ''), account, stage, engagedOn, closedOn, value: Number(value) };
});
type Opportunity = (typeof opportunities)[number];

const latest = opportunities
  .flatMap(({ engagedOn, closedOn }) => [engagedOn, closedOn])
  .reduce((a, b) => (a > b ? a : b));
const openedOn = ({ engagedOn }: Opportunity) => engagedOn || latest;
const listPrice = ({ product }: Opportunity) => price.get(product) ?? 0;

const factsOf = (deal: Opportunity): readonly Fact[] => {
  const { id, agent, product, account, stage, engagedOn, closedOn, value } = deal;
  const about = { dealId: id, customerId: account || 'unknown' };
  const worth = (major: number) => ({
    amount: usd(major),
    lines: [{ productId: product, model: null, quantity: 1, price: usd(major), amount: usd(major) }],
  });
  const context = { ...about, processId: 'crm-sales', stage: 'prospecting', ownerId: agent };
  const opened = { ...context, ...worth(listPrice(deal)), name: id, expectedCloseOn: null, fields: {} };
  const advanced = { ...about, from: 'prospecting', to: 'engaging', fields: {} };
  const closed = { ...context, stage: 'engaging', ...worth(stage === 'Won' ? value : listPrice(deal)) };
  return [
    fact(`deal-${id}`, 'DealOpened', instant(openedOn(deal)), opened),
    ...(engagedOn ? [fact(`deal-${id}`, 'DealAdvanced', instant(engagedOn), advanced)] : []),
    ...(stage === 'Won' ? [fact(`deal-${id}`, 'DealWon', instant(closedOn), { ...closed, signedOn: closedOn })] : []),
    ...(stage === 'Lost'
      ? [fact(`deal-${id}`, 'DealLost', instant(closedOn), { ...closed, reason: 'unknown', competitor: null })]
      : []),
  ];
};

const stage = (id: string, probability: number, forecastCategory: string) => ({
  id,
  name: id,
  probability,
  forecastCategory,
});
const early = instant('2016-01-01');

const organisation: readonly Fact[] = [
  fact('process-crm-sales', 'ProcessDefined', early, {
    processId: 'crm-sales',
    name: 'CRM sales',
    stages: [stage('prospecting', 0.25, 'pipeline'), stage('engaging', 0.5, 'bestCase')],
    rules: { allowSkip: true, allowBack: true },
  }),
  ...[...new Set(managerOf.values())].map((manager) =>
    fact(`team-${manager}`, 'TeamFormed', early, { teamId: manager, name: manager, parentId: null }),
  ),
  ...[...sectorOf].map(([account, sector]) =>
    fact(`customer-${account}`, 'CustomerAdded', early, {
      ...{ customerId: account, name: account, ownerId: null, contacts: [], industry: sector },
      ...{ region: null, source: null },
    }),
  ),
  ...[...regionOf].map(([agent, region]) =>
    fact(`rep-${agent}`, 'RepHired', early, {
      repId: agent,
      name: agent,
      email: '',
      teamId: managerOf.get(agent),
      role: 'rep',
      region,
      hiredOn: null,
    }),
  ),
];

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
