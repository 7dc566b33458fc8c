import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOfSettings } from '#company/company.contract.js';
import { readSettings, type Settings } from '#config/settings.js';
import type { DealEvents } from '#deals/deal-events/deal-events.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { DealSlippageHandler, DealSlippageQuery } from '#deals/deal-slippage/deal-slippage.query.js';
import { PipelineChangesHandler, PipelineChangesQuery } from '#deals/pipeline-changes/pipeline-changes.query.js';
import { StageConversionHandler, StageConversionQuery } from '#deals/stage-conversion/stage-conversion.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import type { ForecastRow } from '#forecasting/forecast/forecast-rows.js';
import { LeaderboardHandler, LeaderboardQuery } from '#forecasting/leaderboard/leaderboard.query.js';
import { RepPerformanceHandler, RepPerformanceQuery } from '#forecasting/rep-performance/rep-performance.query.js';
import { type FiscalCalendar, gregorian, WEEK_CALENDARS, WEEKDAYS, YEAR_END_RULES } from '#kernel/fiscal-calendar.js';
import { PERIOD_UNITS, parsePeriod } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type Fact, histories, START } from './generated-history.js';
import { withStore } from './projected.js';

const HOUR = 3_600_000;
/** Recorded after everything of a history. */
const CHANGED = START + 20_000 * HOUR;
const CHANGED_BACK = CHANGED + HOUR;
const ALL = { from: null, to: null };
const GROUPS = ['none', 'owner', 'team', 'product'] as const;

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });

const month = fc.integer({ min: 1, max: 12 });
const calendars: fc.Arbitrary<FiscalCalendar> = fc.oneof(
  month.map(gregorian),
  fc.record({
    kind: fc.constantFrom(...WEEK_CALENDARS),
    yearEnd: fc.record({
      rule: fc.constantFrom(...YEAR_END_RULES),
      weekday: fc.constantFrom(...WEEKDAYS),
      month,
    }),
  }),
);
const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Los_Angeles');

type Calendar = Readonly<{ calendar: FiscalCalendar; timeZone: string }>;

const changed = (to: Calendar, from: Calendar, recordedAt: number): Fact => ({
  ...{ stream: 'company-company', type: 'CompanyCalendarChanged', data: { ...to, from }, at: recordedAt, recordedAt },
});

type Instants = Readonly<{ asOf: number; knownAt: number }>;

const readAt = ({ asOf, knownAt }: Instants) => ({
  ...{ asOf: new Date(asOf).toISOString(), knownAt: new Date(knownAt).toISOString(), latest: false },
});

/** Every figure that knows of periods, as of one instant. */
const figures = async (store: ReadStore, readModels: ReadModels, of: Settings, instants: Instants) => {
  const at = readAt(instants);
  const deals = new DealFigures(store, readModels, of);
  const forecast = new ForecastHandler(readModels, deals, of);
  const rows: ForecastRow[][] = [];
  for (const by of PERIOD_UNITS) {
    for (const group of GROUPS) {
      rows.push([...(await forecast.execute(new ForecastQuery(by, ALL, group, at))).rows]);
    }
  }
  const boards = new LeaderboardHandler(readModels, deals, of);
  const performance = new RepPerformanceHandler(readModels, deals, store, of);
  const reps = [];
  const ranks = [];
  for (const text of ['2017-Q4', '2017', '2018']) {
    const period = parsePeriod(text);
    const { knownAt: _, position: __, ...rep } = await performance.execute(new RepPerformanceQuery('bob', period, at));
    reps.push(rep);
    for (const metric of ['wonAmount', 'winRate', 'activities'] as const) {
      ranks.push((await boards.execute(new LeaderboardQuery(metric, period, null, at))).rows);
    }
  }
  return { rows, reps, ranks };
};

/** Every figure between two days, as of one instant. */
const figuresOfDays = async (store: ReadStore, readModels: ReadModels, of: Settings, instants: Instants) => {
  const at = readAt(instants);
  const deals = new DealFigures(store, readModels, of);
  // The log is read for lists of deals only.
  const log = {} as DealEvents;
  const changes = new PipelineChangesHandler(readModels, deals, log, of);
  const slippage = new DealSlippageHandler(readModels, deals, log, of);
  const conversion = new StageConversionHandler(readModels, deals, log, of);
  const answers = [];
  for (const [from, to] of [
    ['2017-02-01', '2017-03-01'],
    ['2017-03-15', '2017-07-01'],
  ] as const) {
    const days = { from, to };
    answers.push(
      await changes.execute(new PipelineChangesQuery('sales', days, null, {}, at, { row: null })),
      await slippage.execute(new DealSlippageQuery('sales', days, {}, at, null)),
      await conversion.execute(new StageConversionQuery('sales', days, {}, 'quarter', at)),
    );
  }
  return answers.map(({ knownAt: _, position: __, ...figures }) => figures);
};

/** What was computed, without what people set for the days of a period: that stays with these days. */
const computed = <F extends object>(figures: F) => {
  const {
    quota: _,
    attainment: __,
    coverage: ___,
    adjusted: ____,
    submitted: _____,
    ...sums
  } = figures as F & Partial<Record<'quota' | 'attainment' | 'coverage' | 'adjusted' | 'submitted', unknown>>;
  return sums;
};

const withoutQuotas = (rows: readonly ForecastRow[]) =>
  rows
    .filter((row) => [row.closed, row.commit, row.bestCase, row.pipeline].some(({ amount }) => amount > 0))
    .map(({ withBelow, ...row }) => ({ ...computed(row), ...(withBelow && { withBelow: computed(withBelow) }) }));

const columns = ['closed', 'commit', 'bestCase', 'pipeline'] as const;
const totals = (rows: readonly ForecastRow[]) =>
  columns.map((column) => rows.reduce((sum, row) => sum + row[column].amount, 0));

const asOfs = fc.nat(9_000).map((hours) => START + hours * HOUR);

describe('changing the calendar of the company', { timeout: 120_000 }, () => {
  it('and changing it back restores every figure, quotas included', async () => {
    const home = calendarOfSettings(settings);
    await fc.assert(
      fc.asyncProperty(histories, calendars, zones, asOfs, async (facts, calendar, timeZone, asOf) => {
        const there = { calendar, timeZone };
        const log = [...facts, changed(there, home, CHANGED), changed(home, there, CHANGED_BACK)];
        await withStore(log, async (store, readModels) => {
          const before = await figures(store, readModels, settings, { asOf, knownAt: CHANGED - 1 });
          expect(await figures(store, readModels, settings, { asOf, knownAt: CHANGED_BACK })).toEqual(before);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('restates every report, whatever its instant, as if it had always been so', async () => {
    await fc.assert(
      fc.asyncProperty(histories, month, zones, asOfs, async (facts, start, timeZone, asOf) => {
        const there = { calendar: gregorian(start), timeZone };
        const log = [...facts, changed(there, calendarOfSettings(settings), CHANGED)];
        await withStore(log, async (store, readModels) => {
          const restated = await figures(store, readModels, settings, { asOf, knownAt: CHANGED });
          const always = { ...settings, fiscalYearStart: start, timeZone };
          const expected = await figures(store, readModels, always, { asOf, knownAt: CHANGED - 1 });
          expect(restated.rows.map(withoutQuotas)).toEqual(expected.rows.map(withoutQuotas));
          expect(restated.ranks).toEqual(expected.ranks);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('restates what happened between two days too', async () => {
    let restatements = 0;
    await fc.assert(
      fc.asyncProperty(histories, zones, asOfs, async (facts, timeZone, asOf) => {
        const home = calendarOfSettings(settings);
        const log = [...facts, changed({ ...home, timeZone }, home, CHANGED)];
        await withStore(log, async (store, readModels) => {
          const before = await figuresOfDays(store, readModels, settings, { asOf, knownAt: CHANGED - 1 });
          const restated = await figuresOfDays(store, readModels, settings, { asOf, knownAt: CHANGED });
          const always = { ...settings, timeZone };
          expect(restated).toEqual(await figuresOfDays(store, readModels, always, { asOf, knownAt: CHANGED - 1 }));
          if (JSON.stringify(restated) !== JSON.stringify(before)) restatements += 1;
        });
      }),
      { numRuns: 12 },
    );
    expect(restatements).toBeGreaterThan(0);
  });

  it('loses nothing: whatever the calendar, the periods add up to the same', async () => {
    await fc.assert(
      fc.asyncProperty(histories, calendars, asOfs, async (facts, calendar, asOf) => {
        const there = { calendar, timeZone: settings.timeZone };
        const log = [...facts, changed(there, calendarOfSettings(settings), CHANGED)];
        await withStore(log, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, new DealFigures(store, readModels, settings), settings);
          const rowsOf = async (by: (typeof PERIOD_UNITS)[number], knownAt: number) => {
            const at = { asOf: new Date(asOf).toISOString(), knownAt: new Date(knownAt).toISOString(), latest: false };
            return (await handler.execute(new ForecastQuery(by, ALL, 'none', at))).rows;
          };
          const expected = totals(await rowsOf('month', CHANGED - 1));
          for (const by of PERIOD_UNITS) expect(totals(await rowsOf(by, CHANGED))).toEqual(expected);
        });
      }),
      { numRuns: 12 },
    );
  });
});
