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
import { project } from './delivered-history.js';
import { correctedHistories } from './generated-history.js';
import { instantsOf } from './generated-instants.js';
import { plainBoard } from './plain-figures.js';

const settings = readSettings({});

it('the board and the list of any history equal plain arithmetic, at any pair of instants', {
  timeout: 120_000,
}, async () => {
  const scenarios = correctedHistories.chain((facts) =>
    fc.tuple(fc.constant(facts), fc.array(instantsOf(facts), { minLength: 6, maxLength: 6 })),
  );
  await fc.assert(
    fc.asyncProperty(scenarios, async ([facts, pairs]) => {
      const directory = mkdtempSync(join(tmpdir(), 'annals-board-'));
      const store = await openEmbeddedReadStore({ directory });
      try {
        await project(facts, store, projections);
        const models = new ReadModels(store, new Progress());
        const board = new PipelineBoardHandler(models, new DealFigures(store, models, settings), store, settings);
        const list = new DealListHandler(models, store, settings);
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
