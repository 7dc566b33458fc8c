import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { DealListHandler, DealListQuery } from '#deals/deal-list/deal-list.query.js';
import { PipelineBoardHandler, PipelineBoardQuery } from '#deals/pipeline-board/pipeline-board.query.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { type Fact, histories, project, START } from './generated-history.js';
import { type At, ofKind, recordsAt } from './plain-figures.js';

const HOUR = 3_600_000;

/** Random instants, and the very ones at which facts were true or recorded, a millisecond before and after. */
const instantsOf = (facts: readonly Fact[]): fc.Arbitrary<At> => {
  const edges = facts.flatMap(({ at, recordedAt }) => [at, recordedAt]);
  const instant = fc.oneof(
    fc.nat(9_000).map((hours) => START + hours * HOUR),
    fc
      .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
      .map(([edge, off]) => Math.max(START, edge + off)),
  );
  return fc.record({ asOf: instant, knownAt: instant });
};

const plainBoard = (facts: readonly Fact[], at: At) => {
  const records = recordsAt(facts, at);
  const open = ofKind(records, 'deal').filter(({ status }) => status === 'Open');
  const stages = new Map<string, { deals: number; amount: number }>();
  for (const { stage, amount } of open) {
    const { deals, amount: sum } = stages.get(stage) ?? { deals: 0, amount: 0 };
    stages.set(stage, { deals: deals + 1, amount: sum + amount.amount });
  }
  return { stages, ids: open.map(({ dealId }) => dealId).sort() };
};

it('the board and the list of any history equal plain arithmetic, at any pair of instants', {
  timeout: 120_000,
}, async () => {
  const scenarios = histories.chain((facts) =>
    fc.tuple(fc.constant(facts), fc.array(instantsOf(facts), { minLength: 6, maxLength: 6 })),
  );
  await fc.assert(
    fc.asyncProperty(scenarios, async ([facts, pairs]) => {
      const directory = mkdtempSync(join(tmpdir(), 'annals-board-'));
      const store = await openEmbeddedReadStore({ directory });
      try {
        await project(facts, store, projections);
        const models = new ReadModels(store, new Progress());
        const board = new PipelineBoardHandler(models, new DealFigures(store, models), store, readSettings({}));
        const list = new DealListHandler(models, store);
        for (const at of pairs) {
          const asOf = new Date(at.asOf).toISOString();
          const knownAt = new Date(at.knownAt).toISOString();
          const readAt = { asOf, knownAt, latest: false };
          const { stages, ids } = plainBoard(facts, at);
          const shown = await board.execute(new PipelineBoardQuery('sales', readAt, { cards: 100 }));
          for (const { id, deals, amount, cards } of shown.stages) {
            const plain = stages.get(id) ?? { deals: 0, amount: 0 };
            expect({ id, deals, amount: amount.amount, cards: cards?.length }).toEqual({
              id,
              ...plain,
              cards: plain.deals,
            });
          }
          expect(shown.total.deals).toBe(ids.length);
          expect(shown.stages.flatMap(({ cards }) => cards?.map(({ id }) => id) ?? []).sort()).toEqual(ids);
          const listed = await list.execute(new DealListQuery({ status: 'Open' }, readAt, true, { limit: 100 }));
          expect(listed.items.map(({ id }) => id).sort()).toEqual(ids);
        }
      } finally {
        await store.close();
        rmSync(directory, { recursive: true });
      }
    }),
    { numRuns: 25 },
  );
});
