import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobStatus, Jobs } from '#jobs/jobs.js';
import type { Json } from '#kernel/json.js';

/** One queue of its own, with a first retry after a few milliseconds. */
export type JobsHarness = Readonly<{
  /** Another instance on the same queue, as another process would have it. */
  open(options?: { concurrency?: number }): Promise<Jobs>;
  /** Removes the queue; every instance is closed by then. */
  dispose(): Promise<void>;
}>;

/** Waits for `look` to say yes. */
export const eventually = async (look: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> => {
  const until = Date.now() + withinMs;
  while (!(await look())) {
    if (Date.now() > until) throw new Error(`Not within ${withinMs} ms: ${look}`);
    await sleep(5);
  }
};

/** Resolves from outside. */
const latch = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

/** What every adapter of the port does; `shared`: several instances may have the same queue open. */
export const jobsContract = (name: string, { shared }: { shared: boolean }, newHarness: () => Promise<JobsHarness>) =>
  describe(`Jobs: ${name}`, () => {
    let harness: JobsHarness;
    let jobs: Jobs;
    const opened: Jobs[] = [];

    const open = async (options?: { concurrency?: number }) => {
      const instance = await harness.open(options);
      opened.push(instance);
      return instance;
    };
    const reaches = async (id: string, state: JobStatus['state']): Promise<JobStatus> => {
      await eventually(async () => (await jobs.status(id))?.state === state);
      return (await jobs.status(id)) as JobStatus;
    };

    beforeEach(async () => {
      harness = await newHarness();
      jobs = await open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((instance) => instance.close()));
      await harness.dispose();
    });

    describe('handing out', () => {
      it('runs a job that was enqueued before the start', async () => {
        const ran: string[] = [];
        jobs.handle('greet', async ({ id }) => void ran.push(id));
        await jobs.enqueue('greet', null, { id: 'a' });
        await jobs.start();
        await reaches('a', 'done');
        expect(ran).toEqual(['a']);
      });

      it('gives the payload to the handler exactly as it was enqueued', async () => {
        const payloads: Record<string, Json> = {
          null: null,
          text: 'Zürich 東京 "quoted" \u0000 \u2028',
          empty: '',
          number: 9_007_199_254_740_991,
          fraction: 0.1,
          false: false,
          list: [],
          nested: { b: [1, [], {}, null], a: { '': 'x', 'a:b': '1' } },
        };
        const seen: Record<string, Json> = {};
        jobs.handle<Json>('keep', async ({ id, payload }) => {
          seen[id] = payload;
        });
        await jobs.start();
        for (const [id, payload] of Object.entries(payloads)) await jobs.enqueue('keep', payload, { id });
        for (const id of Object.keys(payloads)) await reaches(id, 'done');
        expect(seen).toEqual(payloads);
      });

      it('takes any text as an id', async () => {
        const ids = ['7', '0', 'import:2017-03:a', '東京 ☂', '%', '0:1', 'wait', 'a/b.c~d-e_f'];
        const ran: string[] = [];
        jobs.handle('greet', async ({ id }) => void ran.push(id));
        await jobs.start();
        for (const id of ids) await jobs.enqueue('greet', null, { id });
        for (const id of ids) expect((await reaches(id, 'done')).id).toBe(id);
        expect(ran.toSorted()).toEqual(ids.toSorted());
      });

      it('holds a delayed job back until it is due', async () => {
        let ranAt = 0;
        jobs.handle('later', async () => {
          ranAt = Date.now();
        });
        await jobs.start();
        const from = Date.now();
        await jobs.enqueue('later', null, { id: 'a', delayMs: 300 });
        expect((await jobs.status('a'))?.state).toBe('waiting');
        await reaches('a', 'done');
        // Timers and clocks differ by a millisecond.
        expect(ranAt - from).toBeGreaterThanOrEqual(298);
      });

      it('starts the jobs of a type in the order in which they were enqueued', async () => {
        await jobs.close();
        jobs = await open({ concurrency: 1 });
        const ran: string[] = [];
        jobs.handle('in-turn', async ({ id }) => void ran.push(id));
        for (const id of ['c', 'a', 'd', 'b']) await jobs.enqueue('in-turn', null, { id });
        await jobs.start();
        await reaches('b', 'done');
        expect(ran).toEqual(['c', 'a', 'd', 'b']);
      });

      it('leaves a job waiting while no process has a handler for its type', async () => {
        jobs.handle('known', async () => {});
        await jobs.start();
        await jobs.enqueue('unknown', null, { id: 'a' });
        await jobs.enqueue('known', null, { id: 'b' });
        await reaches('b', 'done');
        expect(await jobs.status('a')).toEqual({
          id: 'a',
          type: 'unknown',
          state: 'waiting',
          attempts: 0,
          progress: null,
          error: null,
        });
      });

      it('runs no more jobs of a type at a time than it is told to, and that many of each type', async () => {
        await jobs.close();
        jobs = await open({ concurrency: 3 });
        let running = 0;
        let most = 0;
        const { open: letGo, opened: released } = latch();
        jobs.handle('slow', async () => {
          running += 1;
          most = Math.max(most, running);
          await released;
          running -= 1;
        });
        jobs.handle('other', async () => {});
        await jobs.start();
        for (let n = 0; n < 8; n += 1) await jobs.enqueue('slow', null, { id: `s${n}` });
        await jobs.enqueue('other', null, { id: 'other' });
        await reaches('other', 'done');
        await eventually(() => running === 3);
        letGo();
        for (let n = 0; n < 8; n += 1) await reaches(`s${n}`, 'done');
        expect(most).toBe(3);
      });

      it('does each of many jobs once', async () => {
        const ids = Array.from({ length: 500 }, (_, n) => `job-${n}`);
        const ran: string[] = [];
        jobs.handle('count', async ({ id }) => void ran.push(id));
        await jobs.start();
        await Promise.all(ids.map((id, n) => jobs.enqueue('count', n, { id })));
        await eventually(() => ran.length >= ids.length);
        for (const id of ids) await reaches(id, 'done');
        expect(ran.toSorted()).toEqual(ids.toSorted());
      });

      it('refuses a second handler of a type, and a handler after the start', async () => {
        jobs.handle('greet', async () => {});
        expect(() => jobs.handle('greet', async () => {})).toThrow('has a handler already');
        await jobs.start();
        expect(() => jobs.handle('late', async () => {})).toThrow('after the start');
      });
    });

    describe('the same id again', () => {
      it('runs once when enqueued many times at once', async () => {
        let ran = 0;
        jobs.handle('once', async () => {
          ran += 1;
        });
        await jobs.start();
        await Promise.all(Array.from({ length: 20 }, () => jobs.enqueue('once', null, { id: 'a' })));
        await jobs.enqueue('once', null, { id: 'last' });
        await reaches('a', 'done');
        await reaches('last', 'done');
        expect(ran).toBe(2);
      });

      it('enqueues nothing while the first is waiting, active, done or failed, whatever the type and payload', async () => {
        const seen: unknown[] = [];
        const { open: letGo, opened: released } = latch();
        jobs.handle('once', async ({ id, payload }) => {
          seen.push([id, payload]);
          if (id === 'active') await released;
          if (id === 'failed') throw new Error('no');
        });
        jobs.handle('other', async ({ id }) => void seen.push(['other', id]));
        const ids = ['done', 'failed', 'active'];
        for (const id of ids) await jobs.enqueue('once', 1, { id, attempts: 1 });
        for (const id of ids) await jobs.enqueue('once', 2, { id });
        for (const id of ids) await jobs.enqueue('other', 2, { id });
        await jobs.start();
        await reaches('done', 'done');
        await reaches('failed', 'failed');
        await reaches('active', 'active');
        for (const id of ids) await jobs.enqueue('once', 3, { id });
        for (const id of ids) await jobs.enqueue('other', 3, { id });
        letGo();
        await reaches('active', 'done');
        await jobs.enqueue('other', 3, { id: 'last' });
        await reaches('last', 'done');
        expect(seen.toSorted()).toEqual([
          ['active', 1],
          ['done', 1],
          ['failed', 1],
          ['other', 'last'],
        ]);
      });
    });

    describe('failure', () => {
      it('starts a failed job again until it succeeds, later each time', async () => {
        const starts: number[] = [];
        const attempts: number[] = [];
        jobs.handle('flaky', async ({ attempt }) => {
          starts.push(Date.now());
          attempts.push(attempt);
          if (attempt < 4) throw new Error(`failure ${attempt}`);
        });
        await jobs.start();
        await jobs.enqueue('flaky', null, { id: 'a' });
        expect(await reaches('a', 'done')).toEqual({
          id: 'a',
          type: 'flaky',
          state: 'done',
          attempts: 4,
          progress: null,
          error: null,
        });
        expect(attempts).toEqual([1, 2, 3, 4]);
        const [first = 0, second = 0, third = 0, fourth = 0] = starts;
        expect(fourth - third).toBeGreaterThan(second - first);
      });

      it('counts as failed, with its last error, once it has failed as often as it may', async () => {
        jobs.handle('broken', async ({ attempt }) => {
          throw new Error(`failure ${attempt}`);
        });
        await jobs.start();
        await jobs.enqueue('broken', null, { id: 'a', attempts: 3 });
        expect(await reaches('a', 'failed')).toEqual({
          id: 'a',
          type: 'broken',
          state: 'failed',
          attempts: 3,
          progress: null,
          error: 'failure 3',
        });
      });

      it('shows why the last attempt failed while the job waits for the next one', async () => {
        jobs.handle('broken', async ({ attempt }) => {
          if (attempt === 2) await sleep(200);
          throw new Error(`failure ${attempt}`);
        });
        await jobs.start();
        await jobs.enqueue('broken', null, { id: 'a', attempts: 2 });
        await eventually(async () => (await jobs.status('a'))?.error === 'failure 1');
        expect((await jobs.status('a'))?.state).not.toBe('failed');
        await reaches('a', 'failed');
      });

      it('takes whatever is thrown for a failure', async () => {
        jobs.handle('odd', async () => {
          throw 'just text';
        });
        await jobs.start();
        await jobs.enqueue('odd', null, { id: 'a', attempts: 2 });
        expect(await reaches('a', 'failed')).toMatchObject({ error: 'just text', attempts: 2 });
      });

      it('starts a failed job again on request, with all its attempts', async () => {
        let works = false;
        const attempts: number[] = [];
        jobs.handle('broken', async ({ attempt }) => {
          attempts.push(attempt);
          if (!works) throw new Error('no');
        });
        await jobs.start();
        await jobs.enqueue('broken', null, { id: 'a', attempts: 2 });
        await reaches('a', 'failed');
        expect(await jobs.retry('a')).toBe(true);
        await eventually(async () => (await jobs.status('a'))?.attempts === 4);
        expect(await reaches('a', 'failed')).toMatchObject({ error: 'no' });
        works = true;
        expect(await jobs.retry('a')).toBe(true);
        expect(await reaches('a', 'done')).toMatchObject({ error: null, attempts: 5 });
        // Who gives up after so many counts those before the request too.
        expect(attempts).toEqual([1, 2, 3, 4, 5]);
      });

      it('retries only what has failed', async () => {
        jobs.handle('fine', async () => {});
        await jobs.enqueue('fine', null, { id: 'a' });
        expect(await jobs.retry('a')).toBe(false);
        await jobs.start();
        await reaches('a', 'done');
        expect(await jobs.retry('a')).toBe(false);
        expect(await jobs.retry('nobody')).toBe(false);
      });
    });

    describe('status', () => {
      it('knows nothing of an id that was never enqueued', async () => {
        expect(await jobs.status('nobody')).toBeNull();
      });

      it('shows state and progress while the job runs and afterwards', async () => {
        const { open: letGo, opened: released } = latch();
        jobs.handle('work', async ({ progress }) => {
          await progress({ done: 1, total: null });
          await progress({ done: 2, total: 3, note: 'halfway' });
          await released;
          await progress({ done: 3, total: 3 });
        });
        await jobs.enqueue('work', null, { id: 'a' });
        expect((await jobs.status('a'))?.state).toBe('waiting');
        await jobs.start();
        await eventually(async () => (await jobs.status('a'))?.progress?.done === 2);
        const status = { id: 'a', type: 'work', attempts: 1, error: null };
        expect(await jobs.status('a')).toEqual({
          ...status,
          state: 'active',
          progress: { done: 2, total: 3, note: 'halfway' },
        });
        letGo();
        expect(await reaches('a', 'done')).toEqual({ ...status, state: 'done', progress: { done: 3, total: 3 } });
      });
    });

    describe('closing', () => {
      const untilAborted = ({ signal }: Job<unknown>) =>
        new Promise<void>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });

      it('aborts the signals of running jobs, waits for them, and hands them out again after reopening', async () => {
        let ended = false;
        let started = false;
        jobs.handle('long', async (job) => {
          started = true;
          await untilAborted(job).catch(async (reason) => {
            await sleep(100);
            ended = true;
            throw reason;
          });
        });
        await jobs.start();
        // A shutdown is no failure of the job: one attempt suffices for it and the one after.
        await jobs.enqueue('long', { n: 1 }, { id: 'a', attempts: 1 });
        await eventually(() => started);
        await jobs.close();
        expect(ended).toBe(true);

        jobs = await open();
        expect((await jobs.status('a'))?.state).toBe('waiting');
        const seen: unknown[] = [];
        jobs.handle('long', async ({ payload, attempt }) => void seen.push([payload, attempt]));
        await jobs.start();
        await reaches('a', 'done');
        expect(seen).toEqual([[{ n: 1 }, 2]]);
      });

      it('counts a job that ends well while closing as done, and starts none of those that wait', async () => {
        const started: string[] = [];
        jobs.handle('long', async (job) => {
          started.push(job.id);
          await untilAborted(job).catch(() => {});
        });
        await jobs.start();
        const ids = ['a', 'b', 'c', 'd'];
        for (const id of ids) await jobs.enqueue('long', null, { id });
        await eventually(() => started.length === 2);
        await jobs.close();
        expect(started.length).toBe(2);

        jobs = await open();
        const states = await Promise.all(ids.map(async (id) => (await jobs.status(id))?.state));
        expect(states.toSorted()).toEqual(['done', 'done', 'waiting', 'waiting']);
      });

      it('remembers what it did after reopening', async () => {
        let ran = 0;
        jobs.handle('once', async ({ progress }) => {
          ran += 1;
          await progress({ done: 7, total: 7 });
        });
        await jobs.start();
        await jobs.enqueue('once', null, { id: 'a' });
        const before = await reaches('a', 'done');
        await jobs.close();
        jobs = await open();
        expect(await jobs.status('a')).toEqual(before);
        jobs.handle('once', async () => {
          ran += 1;
        });
        await jobs.start();
        await jobs.enqueue('once', null, { id: 'a' });
        await jobs.enqueue('once', null, { id: 'b' });
        await reaches('b', 'done');
        expect(ran).toBe(2);
      });

      it('may be closed twice, and without a start', async () => {
        await Promise.all([jobs.close(), jobs.close()]);
        await jobs.close();
      });
    });

    describe.runIf(shared)('several processes', () => {
      it('share the work, each job done once', async () => {
        const ran: string[] = [];
        const by = { first: 0, second: 0 };
        const second = await open();
        jobs.handle('share', async ({ id }) => {
          ran.push(id);
          by.first += 1;
          await sleep(5);
        });
        second.handle('share', async ({ id }) => {
          ran.push(id);
          by.second += 1;
          await sleep(5);
        });
        const ids = Array.from({ length: 60 }, (_, n) => `job-${n}`);
        await Promise.all([jobs.start(), second.start()]);
        await Promise.all(ids.map((id) => jobs.enqueue('share', null, { id })));
        for (const id of ids) await reaches(id, 'done');
        expect(ran.toSorted()).toEqual(ids.toSorted());
        expect(Math.min(by.first, by.second)).toBeGreaterThan(0);
      });

      it('leave each job to the one with its handler, and see its status everywhere', async () => {
        const worker = await open();
        jobs.handle('ours', async () => {});
        worker.handle('theirs', async ({ progress }) => progress({ done: 1, total: 1 }));
        await Promise.all([jobs.start(), worker.start()]);
        await jobs.enqueue('theirs', null, { id: 'a' });
        expect(await reaches('a', 'done')).toMatchObject({ type: 'theirs', progress: { done: 1, total: 1 } });
      });
    });
  });
