import { describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { parsePeriod } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { ReportName } from '#reports/domain/reports.js';
import { ReportHandler, ReportQuery } from '#reports/report/report.query.js';
import type { ReportGroup } from '#reports/report/report-groups.js';
import type { Values } from '#reports/report/report-rows.js';
import { ReportDealsHandler, ReportDealsQuery } from '#reports/report-deals/report-deals.query.js';
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
  usd,
} from './crm-sales-facts.js';
import { withStore } from './projected.js';

// The reports of 8,800 real opportunities, and the same by arithmetic over the lines of the file.

const settings = readSettings({});
const AT = { asOf: '2017-12-31T00:00:00.000Z', knownAt: '2021-01-01T00:00:00.000Z', latest: false };
const PERIODS = ['2017-03', '2017-07', '2017-12', '2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4', '2017'] as const;

const isIn = (period: string, day: string): boolean => {
  if (period.includes('Q')) return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` === period;
  return day.startsWith(period);
};
const closedIn = (stage: string, period: string) => (deal: Opportunity) =>
  deal.stage === stage && deal.closedOn !== '' && deal.closedOn <= '2017-12-31' && isIn(period, deal.closedOn);
const won = (period: string) => opportunities.filter(closedIn('Won', period));
const lost = (period: string) => opportunities.filter(closedIn('Lost', period));

const GROUPS = {
  owner: ({ agent }) => agent,
  team: ({ agent }) => managerOf.get(agent) ?? null,
  region: ({ agent }) => regionOf.get(agent) ?? null,
  product: ({ product }) => product,
  industry: ({ account }) => sectorOf.get(account) ?? null,
} satisfies Partial<Record<ReportGroup, (deal: Opportunity) => string | null>>;
type Group = keyof typeof GROUPS;

const groupedBy = <K>(
  deals: readonly Opportunity[],
  keyOf: (deal: Opportunity) => K,
): ReadonlyMap<K, readonly Opportunity[]> => {
  const groups = new Map<K, Opportunity[]>();
  for (const deal of deals) groups.set(keyOf(deal), [...(groups.get(keyOf(deal)) ?? []), deal]);
  return groups;
};

const by = (deals: readonly Opportunity[], group: Group): ReadonlyMap<string | null, readonly Opportunity[]> =>
  groupedBy(deals, GROUPS[group]);

const major = (deals: readonly Opportunity[]): number => deals.reduce((sum, { value }) => sum + value, 0);
const list = (deals: readonly Opportunity[]): number => deals.reduce((sum, deal) => sum + listPrice(deal), 0);
const daysOf = (deals: readonly Opportunity[]): readonly number[] =>
  deals.map((deal) => (instant(deal.closedOn) - instant(openedOn(deal))) / 86_400_000);
const middle = (deals: readonly Opportunity[]): number | null => {
  const days = daysOf(deals).toSorted((a, b) => a - b);
  const [low, high] = [days[Math.ceil(days.length / 2) - 1], days[Math.floor(days.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};
const cycle = (deals: readonly Opportunity[]): number | null => {
  const days = daysOf(deals);
  return days.length === 0 ? null : Math.round((days.reduce((a, b) => a + b, 0) / days.length) * 10) / 10;
};
const rate = (part: number, other: number): number | null => (part + other === 0 ? null : part / (part + other));

type Ask = (
  report: ReportName,
  period: string,
  group: ReportGroup | null,
) => Promise<ReadonlyMap<string | null, Values>>;

const withReports = (check: (ask: Ask, store: ReadStore, readModels: ReadModels) => Promise<void>): Promise<void> =>
  withStore([...organisation, ...opportunities.flatMap(factsOf)], async (store, readModels) => {
    const handler = new ReportHandler(readModels, new DealFigures(store, readModels, settings), settings);
    const ask: Ask = async (report, period, group) => {
      const definition = { report, period: parsePeriod(period), group, filter: {}, compare: [] };
      const { rows } = await handler.execute(new ReportQuery(definition, AT));
      return new Map(rows.map((row) => [row.group, row.values]));
    };
    await check(ask, store, readModels);
  });

describe('the reports of 8,800 real opportunities', { timeout: 120_000 }, () => {
  it('equal the file: win rate, cycle and products sold, of months, quarters and the year, by every group', async () => {
    await withReports(async (ask) => {
      for (const period of PERIODS) {
        for (const group of Object.keys(GROUPS) as Group[]) {
          const [wonBy, lostBy] = [by(won(period), group), by(lost(period), group)];
          const names = new Set([...wonBy.keys(), ...lostBy.keys()]);
          const expected = new Map(
            [...names].map((name) => {
              const [ofWon, ofLost] = [wonBy.get(name) ?? [], lostBy.get(name) ?? []];
              return [
                name,
                {
                  ...{ winRate: rate(ofWon.length, ofLost.length) },
                  ...{ winRateByAmount: rate(major(ofWon), list(ofLost)) },
                  ...{ wonDeals: ofWon.length, wonAmount: usd(major(ofWon)) },
                  ...{ lostDeals: ofLost.length, lostAmount: usd(list(ofLost)) },
                },
              ] as const;
            }),
          );
          expect(await ask('win-rate', period, group)).toEqual(expected);
          const cycles = new Map(
            [...names].map((name) => {
              const [ofWon, ofLost] = [wonBy.get(name) ?? [], lostBy.get(name) ?? []];
              const days = {
                ...{ averageCycleDays: cycle(ofWon), averageLossDays: cycle(ofLost) },
                ...{ medianCycleDays: middle(ofWon), medianLossDays: middle(ofLost) },
              };
              return [name, { ...days, wonDeals: ofWon.length, lostDeals: ofLost.length }] as const;
            }),
          );
          expect(await ask('cycle', period, group)).toEqual(cycles);
          const sold = [...wonBy].map(
            ([name, deals]) =>
              [name, { wonAmount: usd(major(deals)), wonDeals: deals.length, wonQuantity: deals.length }] as const,
          );
          expect(await ask('products-sold', period, group)).toEqual(new Map(sold));
        }
      }
    });
  });

  it('equal the file: what was lost by reason, pipeline created by month, and who bought before', async () => {
    await withReports(async (ask) => {
      const ofYear = lost('2017');
      expect(await ask('losses', '2017', null)).toEqual(
        new Map([['unknown', { lostDeals: ofYear.length, lostAmount: usd(list(ofYear)) }]]),
      );
      const opened = opportunities.filter((deal) => openedOn(deal) <= '2017-12-31' && openedOn(deal) >= '2017-01-01');
      const worth = (deal: Opportunity): number =>
        deal.stage === 'Won' && deal.closedOn <= '2017-12-31' ? deal.value : listPrice(deal);
      const months = groupedBy(opened, (deal) => openedOn(deal).slice(0, 7));
      expect(await ask('pipeline-created', '2017', 'month')).toEqual(
        new Map(
          [...months].map(([month, deals]) => {
            const createdAmount = usd(deals.reduce((sum, deal) => sum + worth(deal), 0));
            return [month, { createdAmount, createdDeals: deals.length }];
          }),
        ),
      );
      const firstSigned = new Map<string, string>();
      for (const { account, closedOn } of won('2017')) {
        const first = firstSigned.get(account || 'unknown');
        if (first === undefined || closedOn < first) firstSigned.set(account || 'unknown', closedOn);
      }
      const kinds = groupedBy(won('2017-Q3'), (deal) =>
        (firstSigned.get(deal.account || 'unknown') ?? '9') < openedOn(deal) ? 'existing' : 'new',
      );
      expect(await ask('new-business', '2017-Q3', null)).toEqual(
        new Map(
          [...kinds].map(([kind, deals]) => {
            const average = Math.round((major(deals) * 100) / deals.length);
            const figures = { wonAmount: usd(major(deals)), wonDeals: deals.length };
            return [kind, { ...figures, averageWonAmount: { amount: average, currency: 'USD' } }];
          }),
        ),
      );
    });
  });

  it('add up to their total and to the deals behind them, and are the same beside another period', async () => {
    await withReports(async (_, store, readModels) => {
      const figures = new DealFigures(store, readModels, settings);
      const period = parsePeriod('2017-Q3');
      const definition = { report: 'win-rate', period, group: 'product', filter: {}, compare: ['previous'] } as const;
      const report = await new ReportHandler(readModels, figures, settings).execute(new ReportQuery(definition, AT));
      const sum = (of: (values: Values) => number | undefined) =>
        report.rows.reduce((all, { values }) => all + (of(values) ?? 0), 0);
      expect(report.total.values.wonDeals).toBe(sum(({ wonDeals }) => wonDeals as number));
      expect(report.total.previous?.wonDeals).toBe(won('2017-Q2').length);
      expect(report.total.previous?.wonAmount).toEqual(usd(major(won('2017-Q2'))));
      const [row] = report.rows;
      const handler = new ReportDealsHandler(readModels, figures, settings);
      const ids: string[] = [];
      let amount = 0;
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = { limit: 100, ...(cursor !== undefined && { cursor }) };
        const query: ReportDealsQuery = new ReportDealsQuery(definition, [row?.group], page, AT);
        const { items, next } = await handler.execute(query);
        ids.push(...items.map(({ dealId }) => dealId));
        for (const deal of items) if (deal.counts === 'won') amount += deal.amount.amount;
        cursor = next;
      }
      const behind = [...won('2017-Q3'), ...lost('2017-Q3')].filter(({ product }) => product === row?.group);
      expect(ids.toSorted()).toEqual(behind.map(({ id }) => id).sort());
      expect(row?.values.wonAmount).toEqual({ amount, currency: 'USD' });
    });
  });
});
