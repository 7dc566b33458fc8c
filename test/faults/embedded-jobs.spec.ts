import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedJobs } from '#jobs/embedded/embedded-jobs.js';
import { JobsUnavailable } from '#jobs/jobs.js';
import { runJobsProcess, stepsUpTo } from './run-jobs-process.js';

describe('Embedded jobs, when things go wrong', () => {
  let directory: string;
  let record: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'annals-jobs-faults-'));
    record = join(directory, 'record');
    writeFileSync(record, '');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('go on after kill -9, again and again, each step done once', async () => {
    const settings = { embedded: directory, record, steps: 30 };
    for (const killAt of ['step 3', 'step 11', 'step 29']) expect(await runJobsProcess(settings, killAt)).toBeNull();
    expect(await runJobsProcess(settings)).toEqual({
      id: 'work',
      type: 'steps',
      state: 'done',
      attempts: 4,
      progress: { done: 30, total: 30 },
      error: null,
    });
    expect(readFileSync(record, 'utf8')).toBe(stepsUpTo(30));
  });

  it('fail a job that was running in ten crashes, and start it again on request', async () => {
    const settings = { embedded: directory, record, steps: 3 };
    for (let crash = 1; crash <= 10; crash += 1) {
      expect(await runJobsProcess({ ...settings, crash: true })).toBeNull();
    }
    expect(await runJobsProcess({ ...settings, crash: true })).toMatchObject({
      state: 'failed',
      attempts: 10,
      error: 'The process ended 10 times while this job was running.',
    });
    const jobs = await openEmbeddedJobs({ directory });
    expect(await jobs.retry('work')).toBe(true);
    await jobs.close();
    expect(await runJobsProcess(settings)).toMatchObject({ state: 'done', error: null });
    expect(readFileSync(record, 'utf8')).toBe(stepsUpTo(3));
  });

  it('belong to one process at a time', async () => {
    const jobs = await openEmbeddedJobs({ directory });
    const settings = { embedded: directory, record, steps: 3 };
    await expect(runJobsProcess(settings)).rejects.toThrow('Another process holds the jobs');
    await expect(openEmbeddedJobs({ directory })).rejects.toThrow(JobsUnavailable);
    await jobs.close();
    expect(await runJobsProcess(settings)).toMatchObject({ state: 'done', attempts: 1 });
  });
});
