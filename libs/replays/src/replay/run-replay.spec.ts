import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ReplayFolder } from './replay-folder.js';
import type { ReplayTask } from './replay-task.js';
import { ReplayCancelled, runReplay } from './run-replay.js';

const dataDir = mkdtempSync(join(tmpdir(), 'annals-replay-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

let folders = 0;
const orderedFolder = async (): Promise<ReplayFolder> => {
  folders += 1;
  const folder = new ReplayFolder({ dataDir }, `replay-${folders}`);
  const request = { kind: 'projection', projection: 'p', from: null, to: null } as const;
  await folder.order({ id: folder.id, by: 'ana', at: '2020-01-01T00:00:00.000Z', head: '9', request });
  return folder;
};

class Killed extends Error {}

/** Five pages of two rows; it dies when it is about to give the page `diesAt`. */
const task = (given: number[], diesAt = Number.POSITIVE_INFINITY): ReplayTask => ({
  columns: [{ name: 'n', type: 'integer' }],
  total: 5,
  unit: 'pages',
  pages: async function* (from) {
    for (let page = Number(from ?? 0); page < 5; page += 1) {
      if (page >= diesAt) throw new Killed();
      given.push(page);
      yield { rows: [{ n: page * 2 }, { n: page * 2 + 1 }], next: page + 1, done: page + 1 };
    }
  },
});

const options = () => ({
  signal: new AbortController().signal,
  now: () => '2020-01-02T00:00:00.000Z',
  onProgress: () => undefined,
});

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const resultOf = (folder: ReplayFolder) =>
  readFileSync(folder.result('csv'), 'utf8').trim().split('\n').slice(1).map(Number);

describe('a replay', () => {
  it('gives each row once, wherever it was killed and whatever it had half written', async () => {
    const deaths = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(deaths, fc.boolean(), async (diesAt, halfWritten) => {
        const folder = await orderedFolder();
        for (const death of diesAt) {
          await runReplay(folder, task([], death), options()).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
          const isOver = (await folder.report()) !== null;
          if (halfWritten && !isOver) appendFileSync(folder.result('ndjson'), '{"n":99}\n{"n":');
        }
        const report = await runReplay(folder, task([]), options());
        expect(report.rows).toBe(10);
        expect(resultOf(folder)).toEqual(ALL);
      }),
      { numRuns: 30 },
    );
  });

  it('goes on behind the last page, and is not run again once it is completed', async () => {
    const folder = await orderedFolder();
    const given: number[] = [];
    await expect(runReplay(folder, task(given, 3), options())).rejects.toThrow(Killed);
    await runReplay(folder, task(given), options());
    await runReplay(folder, task(given), options());
    expect(given).toEqual([0, 1, 2, 3, 4]);
  });

  it('stops at the next page once it is cancelled', async () => {
    const folder = await orderedFolder();
    const given: number[] = [];
    const onProgress = () => (given.length === 2 ? folder.cancel() : undefined);
    await expect(runReplay(folder, task(given), { ...options(), onProgress })).rejects.toThrow(ReplayCancelled);
    expect(given).toEqual([0, 1]);
    expect(await folder.report()).toBeNull();
  });

  it('stops at the next page when the process shuts down', async () => {
    const folder = await orderedFolder();
    const stopping = new AbortController();
    const given: number[] = [];
    const onProgress = () => (given.length === 3 ? stopping.abort() : undefined);
    await expect(
      runReplay(folder, task(given), { ...options(), signal: stopping.signal, onProgress }),
    ).rejects.toThrow();
    await runReplay(folder, task(given), options());
    expect(given).toEqual([0, 1, 2, 3, 4]);
    expect(resultOf(folder)).toEqual(ALL);
  });
});
