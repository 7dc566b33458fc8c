// A process of its own that the fault specs kill: it does the job `work`, step by step, and says so on stdout.
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedJobs } from '#jobs/embedded/embedded-jobs.js';
import { openRedisJobs, type RedisJobsOptions } from '#jobs/redis/redis-jobs.js';

export type JobsProcess = Readonly<{
  embedded?: string;
  redis?: RedisJobsOptions;
  /** Where each step is recorded, a line each. */
  record: string;
  steps: number;
  /** Kill this very process in the middle of the job. */
  crash?: boolean;
}>;

const run = async ({ embedded, redis, record, steps, crash }: JobsProcess): Promise<void> => {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const jobs = redis ? await openRedisJobs(redis) : await openEmbeddedJobs({ directory: embedded ?? '' });
  jobs.handle<{ steps: number }>('steps', async ({ payload, progress }) => {
    if (crash) process.kill(process.pid, 'SIGKILL');
    for (let step = 1; step <= payload.steps; step += 1) {
      if (readFileSync(record, 'utf8').split('\n').includes(`step ${step}`)) continue;
      appendFileSync(record, `step ${step}\n`);
      await progress({ done: step, total: payload.steps });
      say(`step ${step}`);
      await sleep(20);
    }
  });
  await jobs.start();
  await jobs.enqueue('steps', { steps }, { id: 'work', attempts: 1 });
  for (;;) {
    const status = await jobs.status('work');
    if (status?.state === 'done' || status?.state === 'failed') {
      say(JSON.stringify(status));
      break;
    }
    await sleep(10);
  }
  await jobs.close();
};

await run(JSON.parse(process.argv[2] ?? ''));
