import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { parsePeriod } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import { REPORT_NAMES, type ReportName } from '#reports/domain/reports.js';
import { ReportHandler, ReportQuery } from '#reports/report/report.query.js';
import type { ReportGroup } from '#reports/report/report-groups.js';
import type { Values } from '#reports/report/report-rows.js';
import { ReportDealsHandler, ReportDealsQuery } from '#reports/report-deals/report-deals.query.js';
import {
  agesOf,
  at,
  cents,
  created,
  DIMENSION_NAMES,
  DIMENSIONS,
  daysOf,
  groupedBy,
  lastDayOf,
  list,
  lost,
  major,
  mean,
  middle,
  openOn,
  PERIODS,
  rate,
  TODAY,
  tenths,
  won,
  worth,
} from './crm-sales-arithmetic.js';
import { factsOf, type Opportunity, openedOn, opportunities, organisation, usd } from './crm-sales-facts.js';
import { openProjected, type Projected } from './projected.js';

// The reports of 8,800 real opportunities, and the same by arithmetic over the lines of the file.

const settings = readSettings({});

/** The deals of a period, or of one group of them. */
type Counted = Readonly<Record<'won' | 'lost' | 'created' | 'open', readonly Opportunity[]>>;
type Basis = keyof Counted;

const countedIn = (period: string): Counted => ({
  won: won(period),
  lost: lost(period),
  created: created(period),
  open: openOn(lastDayOf(period)),
});

const average = (deals: readonly Opportunity[]): number | null =>
  deals.length === 0 ? null : (major(deals) * 100) / deals.length;
const rounded = (amount: number | null) => (amount === null ? null : cents(Math.round(amount)));

const velocity = ({ won: ofWon, lost: ofLost, open }: Counted): number | null => {
  const [winRate, amount, cycle] = [rate(ofWon.length, ofLost.length), average(ofWon), mean(daysOf(ofWon))];
  return winRate === null || amount === null || !cycle ? null : (open.length * winRate * amount) / cycle;
};

const closed = ({ won: ofWon, lost: ofLost }: Counted) => ({
  winRate: rate(ofWon.length, ofLost.length),
  wonDeals: ofWon.length,
  lostDeals: ofLost.length,
});

type Plain = Readonly<{
  bases: readonly Basis[];
  values: (counted: Counted) => Values;
  /** What it is by when nothing else is asked for, where that is no dimension. */
  own?: (deal: Opportunity) => string | null;
}>;

const NEVER = '9999-12-31';
const firstSigned = new Map<string, string>();
for (const { account, closedOn } of opportunities.filter(({ stage }) => stage === 'Won')) {
  if (closedOn < (firstSigned.get(account) ?? NEVER)) firstSigned.set(account, closedOn);
}

const bandOf = (deal: Opportunity): string => {
  const [days = 0] = agesOf([deal]);
  const bands = [
    [30, '0-30'],
    [60, '31-60'],
    [90, '61-90'],
    [180, '91-180'],
  ] as const;
  return bands.find(([most]) => days <= most)?.[1] ?? '181+';
};

/** Each report has its arithmetic, or this does not compile. Nothing here has an expected close date, nor a quota. */
const PLAIN: Readonly<Record<ReportName, Plain>> = {
  'win-rate': {
    bases: ['won', 'lost'],
    values: (counted) => ({
      ...closed(counted),
      winRateByAmount: rate(major(counted.won), list(counted.lost)),
      wonAmount: usd(major(counted.won)),
      lostAmount: usd(list(counted.lost)),
    }),
  },
  cycle: {
    bases: ['won', 'lost'],
    values: ({ won: ofWon, lost: ofLost }) => ({
      ...{ averageCycleDays: tenths(mean(daysOf(ofWon))), averageLossDays: tenths(mean(daysOf(ofLost))) },
      ...{ medianCycleDays: middle(daysOf(ofWon)), medianLossDays: middle(daysOf(ofLost)) },
      ...{ wonDeals: ofWon.length, lostDeals: ofLost.length },
    }),
  },
  velocity: {
    bases: ['won', 'lost', 'open'],
    values: (counted) => ({
      velocity: rounded(velocity(counted)),
      openDeals: counted.open.length,
      winRate: rate(counted.won.length, counted.lost.length),
      averageWonAmount: rounded(average(counted.won)),
      averageCycleDays: tenths(mean(daysOf(counted.won))),
    }),
  },
  losses: {
    bases: ['lost'],
    values: ({ lost: ofLost }) => ({ lostDeals: ofLost.length, lostAmount: usd(list(ofLost)) }),
    own: () => 'unknown',
  },
  'products-sold': {
    bases: ['won'],
    values: ({ won: ofWon }) => ({ wonAmount: usd(major(ofWon)), wonDeals: ofWon.length, wonQuantity: ofWon.length }),
  },
  sources: {
    bases: ['created', 'won', 'lost'],
    values: (counted) => ({
      ...closed(counted),
      createdDeals: counted.created.length,
      createdAmount: usd(worth(counted.created)),
      wonAmount: usd(major(counted.won)),
    }),
    own: () => null,
  },
  'new-business': {
    bases: ['won'],
    values: ({ won: ofWon }) => ({
      wonAmount: usd(major(ofWon)),
      wonDeals: ofWon.length,
      averageWonAmount: rounded(average(ofWon)),
    }),
    own: (deal) => ((firstSigned.get(deal.account) ?? NEVER) < openedOn(deal) ? 'existing' : 'new'),
  },
  'pipeline-created': {
    bases: ['created'],
    values: ({ created: opened }) => ({ createdAmount: usd(worth(opened)), createdDeals: opened.length }),
  },
  ageing: {
    bases: ['open'],
    values: ({ open }) => ({
      openDeals: open.length,
      openAmount: usd(list(open)),
      averageAgeDays: tenths(mean(agesOf(open))),
    }),
    own: bandOf,
  },
  coverage: {
    bases: ['won'],
    values: ({ won: ofWon }) => ({
      ...{ coverage: null, dueAmount: usd(0), remainingQuota: null, quota: null, attainment: null, dueDeals: 0 },
      wonAmount: usd(major(ofWon)),
    }),
  },
  slippage: {
    bases: [],
    values: () => ({
      ...{ slippedAmount: usd(0), slippedDeals: 0, slippedTimes: 0, medianDaysSlipped: null },
      ...{ pushedAmount: usd(0), pushedDeals: 0, overdueAmount: usd(0), overdueDeals: 0 },
      ...{ postponedAmount: usd(0), postponedDeals: 0, postponedTimes: 0, medianDaysPostponed: null },
    }),
  },
};

const groupsOf = (counted: Counted, bases: readonly Basis[], keyOf: (deal: Opportunity) => string | null) => {
  const grouped = Object.fromEntries(
    Object.entries(counted).map(([basis, deals]) => [basis, groupedBy(deals, keyOf)]),
  ) as Record<Basis, ReadonlyMap<string | null, readonly Opportunity[]>>;
  const names = new Set(bases.flatMap((basis) => [...grouped[basis].keys()]));
  return [...names].map((name) => {
    const of = (basis: Basis) => grouped[basis].get(name) ?? [];
    return [name, { won: of('won'), lost: of('lost'), created: of('created'), open: of('open') }] as const;
  });
};

describe('the reports of 8,800 real opportunities', { timeout: 120_000 }, () => {
  let projected: Projected;
  let readModels: ReadModels;
  let figures: DealFigures;
  let handler: ReportHandler;

  beforeAll(async () => {
    projected = await openProjected([...organisation, ...opportunities.flatMap(factsOf)]);
    readModels = projected.readModels;
    figures = new DealFigures(projected.store, readModels, settings);
    handler = new ReportHandler(readModels, figures, settings);
  }, 120_000);

  afterAll(() => projected.close());

  const ask = async (report: ReportName, period: string, group: ReportGroup | null) => {
    const definition = { report, period: parsePeriod(period), group, filter: {}, compare: [] };
    const { rows, total } = await handler.execute(new ReportQuery(definition, at(TODAY)));
    return { rows: new Map(rows.map((row) => [row.group, row.values])), total: total.values };
  };

  for (const report of REPORT_NAMES) {
    const { bases, values, own } = PLAIN[report];
    it(`equal the file: ${report}, of each month and quarter and the year, by every group`, async () => {
      for (const period of PERIODS) {
        const counted = countedIn(period);
        for (const group of DIMENSION_NAMES) {
          const expected = groupsOf(counted, bases, DIMENSIONS[group]).map(([name, of]) => [name, values(of)] as const);
          const { rows, total } = await ask(report, period, group);
          expect(rows).toEqual(new Map(expected));
          expect(total).toEqual(values(counted));
        }
        if (own === undefined) continue;
        const expected = groupsOf(counted, bases, own).map(([name, of]) => [name, values(of)] as const);
        expect((await ask(report, period, null)).rows).toEqual(new Map(expected));
      }
    });
  }

  it('add up to their total and to the deals behind them, and are the same beside another period', async () => {
    const period = parsePeriod('2017-Q3');
    const definition = { report: 'win-rate', period, group: 'product', filter: {}, compare: ['previous'] } as const;
    const report = await handler.execute(new ReportQuery(definition, at(TODAY)));
    const sumOf = (of: (values: Values) => number | undefined) =>
      report.rows.reduce((all, row) => all + (of(row.values) ?? 0), 0);
    expect(report.total.values.wonDeals).toBe(sumOf(({ wonDeals }) => wonDeals as number));
    expect(report.total.previous?.wonDeals).toBe(won('2017-Q2').length);
    expect(report.total.previous?.wonAmount).toEqual(usd(major(won('2017-Q2'))));
    const [row] = report.rows;
    const dealsBehind = new ReportDealsHandler(readModels, figures, settings);
    const ids: string[] = [];
    let amount = 0;
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = { limit: 100, ...(cursor !== undefined && { cursor }) };
      const query: ReportDealsQuery = new ReportDealsQuery(definition, [row?.group], page, at(TODAY));
      const { items, next } = await dealsBehind.execute(query);
      ids.push(...items.map(({ dealId }) => dealId));
      for (const deal of items) if (deal.counts === 'won') amount += deal.amount.amount;
      cursor = next;
    }
    const behind = [...won('2017-Q3'), ...lost('2017-Q3')].filter(({ product }) => product === row?.group);
    expect(ids.toSorted()).toEqual(behind.map(({ id }) => id).sort());
    expect(row?.values.wonAmount).toEqual({ amount, currency: 'USD' });
  });
});
