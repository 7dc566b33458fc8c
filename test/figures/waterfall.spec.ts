import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { readSettings } from '#config/settings.js';
import type { DealEvents } from '#deals/deal-events/deal-events.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { PipelineBoardHandler, PipelineBoardQuery } from '#deals/pipeline-board/pipeline-board.query.js';
import {
  type PipelineChanges,
  PipelineChangesHandler,
  PipelineChangesQuery,
} from '#deals/pipeline-changes/pipeline-changes.query.js';
import { WATERFALL_ROWS } from '#deals/pipeline-changes/waterfall.js';
import { parsePeriod } from '#kernel/period.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { project } from './delivered-history.js';
import { correctedHistories, type Fact, START } from './generated-history.js';
import { creditsOf, ofKind, recordsAt } from './plain-figures.js';

const HOUR = 3_600_000;
const settings = readSettings({});
const asText = (milliseconds: number): string => new Date(milliseconds).toISOString();

const PERIODS = {
  '2017-03': ['2017-03-01', '2017-04-01'],
  '2017-Q4': ['2017-10-01', '2018-01-01'],
  '2018': ['2018-01-01', '2019-01-01'],
} as const;

const questions = fc.record({
  instants: fc.tuple(fc.nat(9_000), fc.nat(9_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  knownAt: fc.nat(9_000),
  period: fc.constantFrom(null, ...(Object.keys(PERIODS) as (keyof typeof PERIODS)[])),
  ownerId: fc.constantFrom(undefined, 'ann', 'bob'),
});

type Asked = Readonly<{
  from: number;
  to: number;
  knownAt: number;
  period: keyof typeof PERIODS | null;
  ownerId: string | undefined;
}>;

/** The steps once more, by which deals were in the pipeline at both instants: `[deals, amount]`. */
const plainWaterfall = (facts: readonly Fact[], { from, to, knownAt, period, ownerId }: Asked) => {
  // biome-ignore lint/suspicious/noExplicitAny: records are put together from whatever their facts hold
  type Deal = any;
  // Of a split deal the share of the owner asked about; without one it is nobody's, and moves with what they had of it.
  const credited = (deal: Deal, had: Deal | undefined): Deal => {
    if (ownerId === undefined || !deal.split) return deal;
    const own = creditsOf(deal).find((credit) => credit.ownerId === ownerId);
    return { ...deal, ownerId: own?.ownerId ?? null, amount: { amount: own?.amount ?? had?.amount.amount ?? 0 } };
  };
  const dealsAt = (asOf: number, earlier: ReadonlyMap<string, Deal>): ReadonlyMap<string, Deal> => {
    const deals = ofKind(recordsAt(facts, { asOf, knownAt }), 'deal');
    return new Map(deals.map((deal) => [deal.dealId, credited(deal, earlier.get(deal.dealId))]));
  };
  const then = dealsAt(from, new Map());
  const now = dealsAt(to, then);
  const isIn = (deal: Deal): boolean => {
    const date = deal.status === 'Won' ? deal.signedOn : deal.expectedCloseOn;
    const [first, end] = period === null ? ['', '~'] : PERIODS[period];
    return (
      (ownerId === undefined || deal.ownerId === ownerId) && (period === null || (date && first <= date && date < end))
    );
  };
  const ids = (deals: ReadonlyMap<string, Deal>, test: (deal: Deal) => boolean) =>
    new Set([...deals].filter(([, deal]) => test(deal)).map(([id]) => id));
  const start = ids(then, (deal) => deal.status === 'Open' && isIn(deal));
  const end = ids(now, (deal) => deal.status === 'Open' && isIn(deal));
  const closed = (status: string) => ids(now, (deal) => deal.status === status && deal.closedAt > from && isIn(deal));
  const [won, lost] = [closed('Won'), closed('Lost')];
  const before = (id: string): Deal => then.get(id);
  const after = (id: string): Deal => now.get(id);
  const entered = [...new Set([...end, ...won, ...lost])].filter((id) => !start.has(id));
  const left = [...start].filter((id) => !end.has(id) && !won.has(id) && !lost.has(id));
  const isOthers = (deal: Deal): boolean => ownerId !== undefined && deal.ownerId !== ownerId;
  const grown = (id: string): number => after(id).amount.amount - before(id).amount.amount;
  const sum = (of: Iterable<string>, amount: (id: string) => number = (id) => after(id).amount.amount) => {
    const all = [...of];
    return [all.length, all.reduce((total, id) => total + amount(id), 0)];
  };
  return {
    start: sum(start, (id) => before(id).amount.amount),
    created: sum(entered.filter((id) => !before(id))),
    reopened: sum(entered.filter((id) => before(id) && before(id).status !== 'Open')),
    transferredIn: sum(entered.filter((id) => before(id)?.status === 'Open' && isOthers(before(id)))),
    pulledIn: sum(entered.filter((id) => before(id)?.status === 'Open' && !isOthers(before(id)))),
    increased: sum(
      [...start].filter((id) => grown(id) > 0),
      grown,
    ),
    decreased: sum(
      [...start].filter((id) => grown(id) < 0),
      (id) => -grown(id),
    ),
    pushedOut: sum(left.filter((id) => !isOthers(after(id)))),
    transferredOut: sum(left.filter((id) => isOthers(after(id)))),
    won: sum(won),
    lost: sum(lost),
    end: sum(end),
  };
};

const stepsOf = (answer: PipelineChanges) =>
  Object.fromEntries(WATERFALL_ROWS.map((row) => [row, [answer[row].deals, answer[row].amount.amount]]));

const withStore = async (
  facts: readonly Fact[],
  check: (handler: PipelineChangesHandler, board: PipelineBoardHandler) => Promise<void>,
): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-waterfall-'));
  const store: ReadStore = await openEmbeddedReadStore({ directory });
  try {
    await project(facts, store, projections);
    const readModels = new ReadModels(store, new Progress());
    const figures = new DealFigures(store, readModels, settings);
    // The log is read for the deals of one step only.
    const handler = new PipelineChangesHandler(readModels, figures, {} as DealEvents, settings);
    await check(handler, new PipelineBoardHandler(readModels, figures, store, settings));
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

describe('the waterfall of any history', { timeout: 120_000 }, () => {
  it('equals plain arithmetic over the facts and balances, between any instants, for any period and owner', async () => {
    await fc.assert(
      fc.asyncProperty(
        correctedHistories,
        fc.array(questions, { minLength: 10, maxLength: 10 }),
        async (facts, asked) => {
          await withStore(facts, async (handler, board) => {
            for (const { instants, period, ownerId, ...question } of asked) {
              const [from, to, knownAt] = [...instants, question.knownAt].map((hours) => START + hours * HOUR) as [
                number,
                number,
                number,
              ];
              const filter = ownerId === undefined ? {} : { ownerId };
              const at = { asOf: asText(to), knownAt: asText(knownAt), latest: false };
              const between = { from: asText(from), to: asText(to) };
              const parsed = period === null ? null : parsePeriod(period);
              const all = { row: null, limit: 200 };
              const known = facts.some(({ stream, recordedAt }) => stream === 'process-sales' && recordedAt <= knownAt);
              if (!known) continue;
              const answer = await handler.execute(new PipelineChangesQuery('sales', between, parsed, filter, at, all));
              const steps = stepsOf(answer);
              expect(steps).toEqual(plainWaterfall(facts, { from, to, knownAt, period, ownerId }));
              for (const column of [0, 1]) {
                const of = (row: string): number => steps[row]?.[column] ?? 0;
                const came = of('created') + of('reopened') + of('transferredIn') + of('pulledIn');
                const went = of('pushedOut') + of('transferredOut') + of('won') + of('lost');
                const grew = column === 1 ? of('increased') - of('decreased') : 0;
                expect(of('start') + came + grew - went).toBe(of('end'));
              }
              if (period === null) {
                const { total } = await board.execute(new PipelineBoardQuery('sales', at, filter));
                expect([total.deals, total.amount.amount]).toEqual(steps.end);
              }
              for (const row of ['created', 'increased', 'won'] as const) {
                expect(answer.deals.filter(({ rows }) => rows.includes(row)).length).toBe(answer[row].deals);
              }
            }
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});
