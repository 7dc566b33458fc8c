import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import type { DealEvents } from '#deals/deal-events/deal-events.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { DealSlippageHandler, DealSlippageQuery } from '#deals/deal-slippage/deal-slippage.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import { correctedHistories, START } from './generated-history.js';
import { ofKind, recordsAt } from './plain-figures.js';
import { plainSlips } from './plain-paths.js';
import { withStore } from './projected.js';

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const HOUR = 3_600_000;
const NOTHING = { closed: 0, commit: 0, bestCase: 0, pipeline: 0 };

/** Periods, their days, and when the last of these is over in New York. */
const PERIODS = [
  { period: '2017-02', by: 'month', from: '2017-02-01', to: '2017-03-01', over: Date.UTC(2017, 2, 1, 5) },
  { period: '2017-03', by: 'month', from: '2017-03-01', to: '2017-04-01', over: Date.UTC(2017, 3, 1, 4) },
  { period: '2017-Q4', by: 'quarter', from: '2017-04-01', to: '2017-07-01', over: Date.UTC(2017, 6, 1, 4) },
  { period: '2017', by: 'year', from: '2016-07-01', to: '2017-07-01', over: Date.UTC(2017, 6, 1, 4) },
] as const;

it("a period's forecast as of its last day equals its actuals plus what slipped", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(correctedHistories, fc.nat(9_000), async (facts, hours) => {
      await withStore(facts, async (store, readModels) => {
        const figures = new DealFigures(store, readModels, settings);
        const forecast = new ForecastHandler(readModels, figures, settings);
        // The log is read for the list of moves only.
        const slippage = new DealSlippageHandler(readModels, figures, {} as DealEvents, settings);
        const known = START + hours * HOUR;
        for (const { period, by, from, to, over } of PERIODS) {
          const readAt = (asOf: number) => ({
            ...{ asOf: new Date(asOf).toISOString(), knownAt: new Date(known).toISOString(), latest: false },
          });
          const range = { from: period, to: period };
          const { rows } = await forecast.execute(new ForecastQuery(by, range, 'none', readAt(over)));
          const row = rows.find((each) => each.period === period);
          const figure = (column: keyof typeof NOTHING) => row?.[column].amount ?? 0;

          // Nothing happens within the millisecond in which a date that is over becomes one that slipped.
          const slips = plainSlips(facts, { asOf: over + 1, knownAt: known }, from, to, null);
          const slipped = new Set(slips.filter(({ isOpen }) => isOpen).map(({ dealId }) => dealId));
          const asked = new DealSlippageQuery('sales', { from, to }, {}, readAt(over + 1), null);
          expect((await slippage.execute(asked)).stillOpen).toBe(slipped.size);

          const deals = ofKind(recordsAt(facts, { asOf: over, knownAt: known }), 'deal');
          const amountOf = (which: (deal: (typeof deals)[number]) => boolean) =>
            deals.filter(which).reduce((sum, deal) => sum + deal.amount.amount, 0);
          const actuals = amountOf(({ status, signedOn }) => status === 'Won' && from <= signedOn && signedOn < to);
          expect(figure('closed')).toBe(actuals);
          expect(figure('closed') + figure('commit') + figure('bestCase') + figure('pipeline')).toBe(
            actuals + amountOf(({ dealId, category }) => slipped.has(dealId) && category !== 'omitted'),
          );
        }
      });
    }),
    { numRuns: 40 },
  );
});
