import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#sqlite/database.js';
import { eventually, jobsContract } from '#test/contract/jobs.contract.js';
import { openEmbeddedJobs } from './embedded-jobs.js';

jobsContract('embedded', { shared: false }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-jobs-'));
  return {
    open: (options) => openEmbeddedJobs({ ...options, directory, retryDelayMs: 20 }),
    dispose: async () => rmSync(directory, { recursive: true }),
  };
});

it('a job that has ended is so, though the disk was full just then', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-jobs-'));
  const told: string[] = [];
  const file = (sql: string): void => {
    const database = openDatabase(join(directory, 'jobs.db'), 0);
    database.exec(sql);
    closeDatabase(database);
  };
  const onError = ({ message }: Error): void => {
    told.push(message);
    if (told.length === 1) file('DROP TRIGGER full');
  };
  const jobs = await openEmbeddedJobs({ directory, onError });
  jobs.handle('greet', async () =>
    file(`CREATE TRIGGER full BEFORE UPDATE ON jobs BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`),
  );
  await jobs.enqueue('greet', null, { id: 'a' });
  await jobs.start();
  await eventually(async () => (await jobs.status('a'))?.state === 'done');
  expect(told).toEqual(['the disk is full']);
  expect((await jobs.status('a'))?.attempts).toBe(1);
  await jobs.close();
  rmSync(directory, { recursive: true });
});
