import { expect } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { DealListHandler, DealListQuery } from '#deals/deal-list/deal-list.query.js';
import type { DealView } from '#deals/deal-record/deal-view.js';
import { PipelineBoardHandler, PipelineBoardQuery } from '#deals/pipeline-board/pipeline-board.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import { RepPerformanceHandler, RepPerformanceQuery } from '#forecasting/rep-performance/rep-performance.query.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Fact } from '#test/figures/generated-history.js';
import {
  type At,
  ofKind,
  plainBoard,
  plainForecast,
  plainPerformance,
  recordsAt,
} from '#test/figures/plain-figures.js';

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const ALL = { from: null, to: null };
const NOTHING = { closed: 0, commit: 0, bestCase: 0, pipeline: 0 };

type Essence = Pick<DealView, 'status' | 'stage' | 'ownerId' | 'amount' | 'lines' | 'expectedCloseOn'>;

const essenceOf = ({ status, stage, ownerId, amount, lines, expectedCloseOn }: Essence): Essence => ({
  ...{ status, stage, ownerId, amount, lines, expectedCloseOn },
});

/** Each deal, the board, the forecast and the performance of each rep equal plain arithmetic, at each pair of instants. */
export const expectFigures = async (store: ReadStore, facts: readonly Fact[], pairs: readonly At[]): Promise<void> => {
  const models = new ReadModels(store, new Progress());
  const figures = new DealFigures(store, models, settings);
  const board = new PipelineBoardHandler(models, figures, store, settings);
  const deals = new DealListHandler(models, store, settings);
  const forecast = new ForecastHandler(models, figures, settings);
  const performance = new RepPerformanceHandler(models, figures, store, settings);
  for (const at of pairs) {
    const asOf = new Date(at.asOf).toISOString();
    const knownAt = new Date(at.knownAt).toISOString();
    const readAt = { asOf, knownAt, latest: false };
    const listed = await deals.execute(new DealListQuery({}, readAt, true, { limit: 100 }));
    const plain = ofKind(recordsAt(facts, at), 'deal');
    expect(listed.items.map(({ id, ...deal }) => [id, essenceOf(deal)])).toEqual(
      plain.map(({ dealId, ...deal }) => [dealId, essenceOf(deal)]).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const shown = await board.execute(new PipelineBoardQuery('sales', readAt, { cards: 100 }));
    const { stages, ids } = plainBoard(facts, at);
    for (const { id, deals: count, amount } of shown.stages) {
      expect({ id, deals: count, amount: amount.amount }).toEqual({
        id,
        ...(stages.get(id) ?? { deals: 0, amount: 0 }),
      });
    }
    expect(shown.stages.flatMap(({ cards }) => cards?.map(({ id }) => id) ?? []).sort()).toEqual(ids);
    for (const group of ['none', 'owner', 'product', 'region'] as const) {
      const rows = plainForecast(facts, at, 'quarter', group);
      const answer = await forecast.execute(new ForecastQuery('quarter', ALL, group, readAt));
      for (const { period, group: name, closed, commit, bestCase, pipeline } of answer.rows) {
        const { weighted: _, ...row } = { weighted: 0, ...(rows.get(`${period}|${name}`) ?? NOTHING) };
        expect({
          closed: closed.amount,
          commit: commit.amount,
          bestCase: bestCase.amount,
          pipeline: pipeline.amount,
        }).toEqual(row);
        rows.delete(`${period}|${name}`);
      }
      expect([...rows.keys()]).toEqual([]);
    }
    for (const repId of ['ann', 'bob', 'cid']) {
      if (!facts.some(({ stream, recordedAt }) => stream === `rep-${repId}` && recordedAt <= at.knownAt)) continue;
      const found = await performance.execute(new RepPerformanceQuery(repId, null, readAt));
      const { wonDeals, wonAmount, lostDeals, openDeals, openAmount, activities, callSeconds } = plainPerformance(
        ...([facts, at, repId, null] as const),
      );
      expect({
        ...{ wonDeals: found.wonDeals, wonAmount: found.wonAmount.amount, lostDeals: found.lostDeals },
        ...{ openDeals: found.openDeals, openAmount: found.openAmount.amount },
        ...{ activities: found.activities, callSeconds: found.callSeconds },
      }).toEqual({ wonDeals, wonAmount, lostDeals, openDeals, openAmount, activities, callSeconds });
    }
  }
};
