import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { readSettings } from '#config/settings.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import { FORECAST_GROUPS } from '#forecasting/forecast/forecast-groups.js';
import type { ReadAt } from '#http/read-at.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type Fact, histories, project, START } from './generated-history.js';
import { type At, plainForecast } from './plain-figures.js';

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const HOUR = 3_600_000;
const ALL = { from: null, to: null };
const UNITS = ['month', 'quarter', 'year'] as const;

/** Hours after the start of the history, on both axes. */
const instants = fc
  .record({ asOf: fc.nat(9_000), knownAt: fc.nat(9_000) })
  .map(({ asOf, knownAt }): At => ({ asOf: START + asOf * HOUR, knownAt: START + knownAt * HOUR }));

const readAt = ({ asOf, knownAt }: At): ReadAt => ({
  asOf: new Date(asOf).toISOString(),
  knownAt: new Date(knownAt).toISOString(),
  latest: false,
});

const withStore = async (
  facts: readonly Fact[],
  check: (store: ReadStore, readModels: ReadModels) => Promise<void>,
) => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-figures-'));
  const store = await openEmbeddedReadStore({ directory });
  try {
    await project(facts, store, projections);
    await check(store, new ReadModels(store, new Progress()));
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

describe('a forecast of any history', { timeout: 120_000 }, () => {
  it('equals plain arithmetic over the facts, at any pair of instants, by any group and unit', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(instants, { minLength: 3, maxLength: 3 }), async (facts, pairs) => {
        await withStore(facts, async (store, readModels) => {
          const handler = new ForecastHandler(readModels, store, settings);
          for (const at of pairs) {
            for (const by of UNITS) {
              for (const group of FORECAST_GROUPS) {
                const { rows } = await handler.execute(new ForecastQuery(by, ALL, group, readAt(at)));
                const plain = plainForecast(facts, at, by, group);
                const withDeals = rows.filter(({ period, group: name }) => plain.has(`${period}|${name}`));
                expect(new Set(withDeals.map(({ period, group: name }) => `${period}|${name}`))).toEqual(
                  new Set(plain.keys()),
                );
                for (const { period, group: name, closed, commit, bestCase, pipeline, weighted } of rows) {
                  const row = plain.get(`${period}|${name}`) ?? NOTHING;
                  expect({
                    closed: closed.amount,
                    commit: commit.amount,
                    bestCase: bestCase.amount,
                    pipeline: pipeline.amount,
                  }).toEqual({
                    closed: row.closed,
                    commit: row.commit,
                    bestCase: row.bestCase,
                    pipeline: row.pipeline,
                  });
                  expect(Math.abs(weighted.amount - row.weighted)).toBeLessThanOrEqual(1);
                }
              }
            }
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});

const NOTHING = { closed: 0, commit: 0, bestCase: 0, pipeline: 0, weighted: 0 };
