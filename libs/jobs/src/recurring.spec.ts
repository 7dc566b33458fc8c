import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { closeDatabase, openDatabase } from '#sqlite/database.js';
import { eventually } from '#test/contract/jobs.contract.js';
import { openEmbeddedJobs } from './embedded/embedded-jobs.js';
import type { Jobs } from './jobs.js';
import { enqueueRunNow, handleRecurring, keepRecurring, type Recurring } from './recurring.js';

const OFTEN: Recurring = { type: 'often', everyMs: 100 };
const SELDOM: Recurring = { type: 'seldom', everyMs: 3_600_000 };

let directory: string;
let jobs: Jobs;
let runs: number;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-recurring-'));
  jobs = await openEmbeddedJobs({ directory });
  runs = 0;
  for (const recurring of [OFTEN, SELDOM]) {
    handleRecurring(jobs, recurring, async () => {
      runs += 1;
    });
  }
  await jobs.start();
});
afterEach(async () => {
  await jobs.close();
  rmSync(directory, { recursive: true });
});

describe('Work that recurs', () => {
  it('goes on after the queue has lost every job', async () => {
    await keepRecurring(jobs, OFTEN);
    await eventually(() => runs > 1);
    const file = openDatabase(join(directory, 'jobs.db'), 0);
    file.exec('DELETE FROM jobs');
    closeDatabase(file);
    const before = runs;
    await eventually(() => runs > before + 1);
  });

  it('is done at once when asked for, beside its runs in time', async () => {
    await enqueueRunNow(jobs, SELDOM);
    await eventually(() => runs === 1);
  });
});
