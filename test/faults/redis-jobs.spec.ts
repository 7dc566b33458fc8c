import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Jobs, JobsUnavailable } from '#jobs/jobs.js';
import { handleRecurring, keepRecurring } from '#jobs/recurring.js';
import { openRedisJobs, type RedisJobsOptions } from '#jobs/redis/redis-jobs.js';
import { eventually } from '#test/contract/jobs.contract.js';
import { runJobsProcess, stepsUpTo } from './run-jobs-process.js';

const installed = spawnSync('redis-server', ['--version']).status === 0;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

describe.skipIf(!installed)('Jobs on Redis, when things go wrong', () => {
  let directory: string;
  let record: string;
  let port: number;
  let server: ChildProcess;
  let options: RedisJobsOptions;
  const opened: Jobs[] = [];

  const startServer = async () => {
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, ...durable], {
      stdio: 'ignore',
    });
    const probe = new Redis(options.url);
    probe.on('error', () => {});
    await probe.ping();
    probe.disconnect();
  };
  const stopServer = async (signal: NodeJS.Signals) => {
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  const redis = async (work: (client: Redis) => Promise<unknown>) => {
    const client = new Redis(options.url);
    await work(client);
    client.disconnect();
  };
  const open = async () => {
    const jobs = await openRedisJobs(options);
    opened.push(jobs);
    return jobs;
  };

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'annals-jobs-faults-'));
    record = join(directory, 'record');
    writeFileSync(record, '');
    port = await freePort();
    options = { url: `redis://127.0.0.1:${port}`, lockMs: 1000, timeoutMs: 800, retryDelayMs: 20, onError: () => {} };
    await startServer();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
    if (server.exitCode === null && server.signalCode === null) await stopServer('SIGKILL');
    rmSync(directory, { recursive: true });
  });

  it('go on within seconds after kill -9 of their process, each step done once', async () => {
    const settings = { redis: { url: options.url, lockMs: 1000 }, record, steps: 30 };
    for (const killAt of ['step 3', 'step 11']) expect(await runJobsProcess(settings, killAt)).toBeNull();
    const killedAt = Date.now();
    expect(await runJobsProcess(settings)).toEqual({
      id: 'work',
      type: 'steps',
      state: 'done',
      attempts: 3,
      progress: { done: 30, total: 30 },
      error: null,
    });
    expect(Date.now() - killedAt).toBeLessThan(10_000);
    expect(readFileSync(record, 'utf8')).toBe(stepsUpTo(30));
  });

  it('fail a job that was running in ten crashes, and start it again on request', async () => {
    const settings = { redis: { url: options.url, lockMs: 1000 }, record, steps: 3 };
    expect(await runJobsProcess({ ...settings, crash: true })).toBeNull();
    // The eight in between, as BullMQ counts them.
    await redis((client) => client.hset('annals:steps:job.work', 'stc', 8));
    expect(await runJobsProcess({ ...settings, crash: true })).toBeNull();
    expect(await runJobsProcess({ ...settings, crash: true })).toMatchObject({
      state: 'failed',
      error: 'The process ended 10 times while this job was running.',
    });
    const jobs = await open();
    expect(await jobs.retry('work')).toBe(true);
    expect(await runJobsProcess(settings)).toMatchObject({ state: 'done', error: null });
    expect(readFileSync(record, 'utf8')).toBe(stepsUpTo(3));
  });

  it('that recur go on after Redis has lost all its data', async () => {
    const jobs = await open();
    const often = { type: 'often', everyMs: 200 };
    let runs = 0;
    handleRecurring(jobs, often, async () => {
      runs += 1;
    });
    await jobs.start();
    await keepRecurring(jobs, often);
    await eventually(() => runs > 1);
    await redis((client) => client.flushall());
    const before = runs;
    await eventually(() => runs > before + 1);
    await jobs.enqueue('often', null, { id: 'found' });
    expect(await jobs.status('found')).not.toBeNull();
  });

  it('outlast a dropped connection without being started again', async () => {
    const jobs = await open();
    const attempts: number[] = [];
    jobs.handle('long', async ({ attempt, progress }) => {
      attempts.push(attempt);
      for (let done = 1; done <= 10; done += 1) {
        await progress({ done, total: 10 });
        if (done === 3) await redis((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal'));
        await sleep(50);
      }
    });
    await jobs.start();
    await jobs.enqueue('long', null, { id: 'a' });
    await eventually(async () => (await jobs.status('a'))?.state === 'done');
    expect(await jobs.status('a')).toMatchObject({ attempts: 1, progress: { done: 10, total: 10 } });
    await jobs.enqueue('long', null, { id: 'b' });
    await eventually(async () => (await jobs.status('b'))?.state === 'done');
    expect(attempts).toEqual([1, 1]);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('outlast a restart of Redis after %s', async (signal) => {
    const jobs = await open();
    const starts: string[] = [];
    let restarted = false;
    jobs.handle('long', async ({ id, signal: aborted }) => {
      starts.push(id);
      while (!restarted) {
        aborted.throwIfAborted();
        await sleep(20);
      }
    });
    await jobs.start();
    await jobs.enqueue('long', null, { id: 'a' });
    await eventually(() => starts.length === 1);

    await stopServer(signal);
    const from = Date.now();
    await expect(jobs.enqueue('long', null, { id: 'b' })).rejects.toThrow(JobsUnavailable);
    await expect(jobs.status('a')).rejects.toThrow(JobsUnavailable);
    expect(Date.now() - from).toBeLessThan(3000);

    await startServer();
    restarted = true;
    await jobs.enqueue('long', null, { id: 'b' });
    for (const id of ['a', 'b']) await eventually(async () => (await jobs.status(id))?.state === 'done');
    expect(starts.filter((id) => id === 'b')).toEqual(['b']);
  });

  it('close in time while Redis is down, and are handed out again once it is back', async () => {
    const jobs = await open();
    let started = false;
    jobs.handle('long', async ({ signal }) => {
      started = true;
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    await jobs.start();
    await jobs.enqueue('long', null, { id: 'a', attempts: 1 });
    await eventually(() => started);
    await stopServer('SIGKILL');
    const from = Date.now();
    await jobs.close();
    expect(Date.now() - from).toBeLessThan(5000);

    await startServer();
    const next = await open();
    next.handle('long', async () => {});
    await next.start();
    await eventually(async () => (await next.status('a'))?.state === 'done');
  });
});
