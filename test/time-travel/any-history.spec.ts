import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { checkpointName } from '#projections/projection.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type Delivery, deliveries, project } from '#test/figures/delivered-history.js';
import { correctedHistories } from '#test/figures/generated-history.js';
import { instantsOf } from '#test/figures/generated-instants.js';
import { embedded, isMongoThere, mongo, type Opened } from '#test/figures/opened-stores.js';
import { expectFigures } from './expect-figures.js';

// Whole businesses, recorded late and corrected, their events delivered at least once: what the read models answer at
// any pair of instants is what a plain fold of the log says, wherever the projector was killed, and when they are built
// anew.

const PROCESS = fileURLToPath(new URL('./project-until-killed.js', import.meta.url));
/** More with ANNALS_FAULT_ROUNDS, as for the faults; fewer on MongoDB, where each history takes seconds. */
const RUNS = Number(process.env.ANNALS_FAULT_ROUNDS ?? 12);
const scenarios = correctedHistories.chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    delivery: deliveries,
    pairs: fc.array(instantsOf(facts), { minLength: 4, maxLength: 4 }),
    /** At which commit it dies, and how much of what it was to write is written: none, half, or all of it. */
    death: fc.record({ commit: fc.nat(6), written: fc.constantFrom(0, 0.5, 1) }),
  }),
);

/** The store of a projector that dies in one of its commits. */
const dying = (store: ReadStore, { commit, written }: Readonly<{ commit: number; written: number }>): ReadStore => {
  let commits = 0;
  return new Proxy(store, {
    get: (target, name: keyof ReadStore) => {
      if (name !== 'commit') return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
      return async (batch: Parameters<ReadStore['commit']>[0]) => {
        if (commits !== commit) {
          commits += 1;
          return target.commit(batch);
        }
        const writes = batch.writes.slice(0, Math.ceil(batch.writes.length * written));
        await target.commit({ writes, checkpoints: written === 1 ? batch.checkpoints : [] });
        throw new Error('killed');
      };
    },
  });
};

const survives = async (open: () => Promise<Opened>, numRuns: number): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(scenarios, async ({ facts, delivery, pairs, death }) => {
      const { store, remove } = await open();
      try {
        // Fewer commits than it would have died in: then it was not killed.
        await project(facts, dying(store, death), projections, delivery).catch((error: unknown) => {
          expect(String(error)).toBe('Error: killed');
        });
        await project(facts, store, projections, [...delivery].reverse());
        await expectFigures(store, facts, pairs);
        for (const { documents, rows, ...projection } of projections) {
          await store.reset(checkpointName(projection), rows ? [documents, rows] : [documents]);
        }
        await project(facts, store, projections, delivery);
        await expectFigures(store, facts, pairs);
      } finally {
        await store.close();
        await remove();
      }
    }),
    { numRuns },
  );
};

describe('any history, delivered at least once, is what the log says', { timeout: 300_000 }, () => {
  it('on the embedded store, across a kill in any commit and a rebuild', () => survives(embedded, RUNS));

  it.skipIf(!isMongoThere)('on MongoDB, across a kill in any commit and a rebuild', () =>
    survives(mongo, Math.ceil(RUNS / 4)),
  );

  it('across a projector process that is killed in the middle', async () => {
    const [scenario] = fc.sample(
      scenarios.filter(({ facts }) => facts.length > 40),
      1,
    );
    if (!scenario) throw new Error('There is always one');
    const { facts, pairs } = scenario;
    const directory = mkdtempSync(join(tmpdir(), 'annals-killed-projector-'));
    const file = join(directory, 'facts.json');
    writeFileSync(file, JSON.stringify(facts));
    for (const commits of [3, 6]) await killedAfter([directory, file], commits);
    const store = await openEmbeddedReadStore({ directory });
    const reached = await store.checkpoint(checkpointName(projections[0] as (typeof projections)[number]));
    expect(Number(reached?.position)).toBeGreaterThan(0);
    expect(Number(reached?.position)).toBeLessThan(facts.length);
    const rest: Delivery = [{ back: 12, ahead: 5, twice: true }];
    await project(facts, store, projections, rest);
    await expectFigures(store, facts, pairs);
    await store.close();
    rmSync(directory, { recursive: true });
  });
});

/** Starts the projector and kills it once it has told of so many commits. */
const killedAfter = async (args: readonly string[], commits: number): Promise<void> => {
  const child = spawn(process.execPath, [PROCESS, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk;
    if (told.split('\n').length > commits) child.kill('SIGKILL');
  });
  expect(await exited).toEqual([null, 'SIGKILL']);
};
