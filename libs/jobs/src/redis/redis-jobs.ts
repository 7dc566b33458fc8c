import { Queue, type Job as QueuedJob, WaitingError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Json } from '#kernel/json.js';
import { type Handler, Handlers } from '../handlers.js';
import {
  asError,
  CRASHED_TOO_OFTEN,
  DEFAULT_ATTEMPTS,
  DEFAULT_CONCURRENCY,
  DEFAULT_RETRY_DELAY_MS,
  type JobsOptions,
  KEEP_FINISHED,
  MAX_CRASHES,
  retryDelay,
  warn,
} from '../job-policy.js';
import type { EnqueueOptions, Job, JobProgress, JobState, JobStatus, Jobs } from '../jobs.js';
import { reach } from './reach.js';

export type RedisJobsOptions = JobsOptions &
  Readonly<{
    /** `redis://` or `rediss://`, with user, password and database as needed. Redis 6.2 or newer, without eviction. */
    url: string;
    /** What the names of all keys begin with. Default `annals`. */
    prefix?: string;
    /**
     * A job whose process has been silent for this many milliseconds is handed out again, half as much later at most.
     * Default 10,000. A handler that blocks the event loop for longer runs twice at once.
     */
    lockMs?: number;
    /** How long to wait for Redis, in milliseconds, before a call counts as failed. Default 4000. */
    timeoutMs?: number;
  }>;

type Run = Readonly<{ jobId: string; abort: AbortController; ended: Promise<void> }>;

const RECONNECT_MOST_MS = 1000;

// Names of BullMQ's own, which it does not export.
const STALLED_TOO_OFTEN = 'job stalled more than allowable limit';
const NOT_IN_THAT_STATE = -3;
const CRASH_FIELDS = ['stc', 'defa'] as const;

/**
 * Jobs shared by all processes on one Redis. Rejects with `JobsUnavailable` when it cannot be reached. Jobs survive a
 * restart of Redis as far as Redis itself is told to keep its data (`appendonly yes`).
 *
 * Each type has a queue of its own, so that a process takes only jobs that it has handlers for.
 */
export const openRedisJobs = async (options: RedisJobsOptions): Promise<Jobs> => {
  const jobs = new RedisJobs(options);
  try {
    await jobs.connected();
  } catch (error) {
    await jobs.close();
    throw error;
  }
  return jobs;
};

class RedisJobs implements Jobs {
  readonly #client: Redis;
  readonly #prefix: string;
  readonly #timeoutMs: number;
  readonly #lockMs: number;
  readonly #concurrency: number;
  readonly #retryDelayMs: number;
  readonly #onError: (error: Error) => void;
  readonly #handlers = new Handlers();
  readonly #queues = new Map<string, Queue>();
  readonly #workers: Worker[] = [];
  readonly #runs = new Set<Run>();
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(options: RedisJobsOptions) {
    this.#prefix = options.prefix ?? 'annals';
    this.#timeoutMs = options.timeoutMs ?? 4000;
    this.#lockMs = options.lockMs ?? 10_000;
    this.#concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
    this.#retryDelayMs = options.retryDelayMs ?? DEFAULT_RETRY_DELAY_MS;
    this.#onError = options.onError ?? warn;
    this.#client = new Redis(options.url, {
      // Workers outlast any outage; callers are let go by `reach`.
      maxRetriesPerRequest: null,
      keepAlive: 10_000,
      retryStrategy: (times) => Math.min(times * 50, RECONNECT_MOST_MS),
      // After a failover the old primary answers, but takes no writes.
      reconnectOnError: (error) => error.message.startsWith('READONLY'),
    });
    this.#client.on('error', (error) => this.#onError(asError(error)));
  }

  async connected(): Promise<void> {
    await reach(this.#client.ping(), this.#timeoutMs);
  }

  async enqueue(type: string, payload: Json, options: EnqueueOptions): Promise<void> {
    await reach(this.#enqueue(type, payload, options), this.#timeoutMs);
  }

  async #enqueue(type: string, payload: Json, { id, delayMs = 0, attempts = DEFAULT_ATTEMPTS }: EnqueueOptions) {
    const jobId = encodeId(id);
    // `status` and `retry` are asked for an id alone, in processes that may not know the types. Each time, for Redis may
    // have lost them.
    await this.#client.sadd(this.#typesKey, type);
    // Within a type BullMQ sees to it that an id counts once. Two types enqueued under one id at the same instant would
    // both run: ids are derived from what asked for the job, and that asks for one type.
    const others = (await this.#types()).filter((other) => other !== type);
    const keys = others.map((other) => this.#queue(other).toKey(jobId));
    if (keys.length > 0 && (await this.#client.exists(...keys)) > 0) return;
    await this.#queue(type).add(type, payload, {
      jobId,
      attempts,
      delay: delayMs,
      backoff: { type: 'custom' },
      removeOnComplete: { age: KEEP_FINISHED.seconds, count: KEEP_FINISHED.jobs },
      removeOnFail: { age: KEEP_FINISHED.seconds, count: KEEP_FINISHED.jobs },
    });
  }

  handle<P>(type: string, handler: (job: Job<P>) => Promise<void>): void {
    this.#handlers.add(type, handler);
  }

  async start(): Promise<void> {
    for (const [type, handler] of this.#handlers.seal()) this.#workers.push(this.#worker(type, handler));
    await reach(Promise.all(this.#workers.map((worker) => worker.waitUntilReady())), this.#timeoutMs);
    for (const worker of this.#workers) worker.run().catch((error) => this.#onError(asError(error)));
  }

  async status(id: string): Promise<JobStatus | null> {
    const found = await reach(this.#find(id), this.#timeoutMs);
    if (found === null) return null;
    const { job, type, state } = found;
    return {
      id,
      type,
      state,
      attempts: job.attemptsStarted,
      // BullMQ has 0 for none.
      progress: typeof job.progress === 'object' ? (job.progress as JobProgress) : null,
      error: state === 'done' ? null : errorOf(job),
    };
  }

  async retry(id: string): Promise<boolean> {
    return reach(this.#retry(id), this.#timeoutMs);
  }

  async #retry(id: string): Promise<boolean> {
    const found = await this.#find(id);
    if (found?.state !== 'failed') return false;
    // Or a job that was failed for its crashes would fail again unstarted.
    await this.#client.hdel(this.#queue(found.type).toKey(encodeId(id)), ...CRASH_FIELDS);
    try {
      await found.job.retry('failed', { resetAttemptsMade: true });
      return true;
    } catch (error) {
      // Somebody else was faster.
      if (error instanceof Error && 'code' in error && error.code === NOT_IN_THAT_STATE) return false;
      throw error;
    }
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    const reachable = await this.connected().then(
      () => true,
      () => false,
    );
    // First, so that no worker takes another job in place of one that is aborted. Without Redis nothing can be handed
    // back, and a worker that is to do so would wait without end: others take the jobs over once their locks run out.
    const workers = Promise.all(this.#workers.map((worker) => (reachable ? worker.close() : worker.pause(true))));
    const runs = [...this.#runs];
    for (const run of runs) run.abort.abort(new Error('The process is shutting down'));
    await Promise.all(runs.map((run) => run.ended));
    try {
      await reach(workers, this.#timeoutMs);
      if (!reachable) await reach(Promise.all(this.#workers.map((worker) => worker.close(true))), this.#timeoutMs);
    } catch (error) {
      this.#onError(asError(error));
    }
    this.#client.disconnect();
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }

  get #typesKey(): string {
    return `${this.#prefix}:types`;
  }

  #types(): Promise<string[]> {
    return this.#client.smembers(this.#typesKey);
  }

  #queue(type: string): Queue {
    const known = this.#queues.get(type);
    if (known !== undefined) return known;
    const queue = new Queue(encodeURIComponent(type), { connection: this.#client, prefix: this.#prefix });
    // What goes wrong with a queue rejects the call as well, and what with the connection is told by the connection.
    queue.on('error', () => {});
    this.#queues.set(type, queue);
    return queue;
  }

  async #find(id: string): Promise<{ type: string; job: QueuedJob; state: JobState } | null> {
    const jobId = encodeId(id);
    const found = await Promise.all(
      (await this.#types()).map(async (type) => {
        const queue = this.#queue(type);
        // The state first: a job that moves on in between then shows what it has come to, not what it has not yet done.
        const [state, job] = await Promise.all([queue.getJobState(jobId), queue.getJob(jobId)]);
        return job === undefined || state === 'unknown' ? null : { type, job, state: stateOf(state) };
      }),
    );
    return found.find((job) => job !== null) ?? null;
  }

  #worker(type: string, handler: Handler): Worker {
    const worker = new Worker(encodeURIComponent(type), (job, token) => this.#run(handler, job, token), {
      connection: this.#client,
      prefix: this.#prefix,
      autorun: false,
      concurrency: this.#concurrency,
      lockDuration: this.#lockMs,
      // A lost lock is found on the second look.
      stalledInterval: this.#lockMs / 4,
      maxStalledCount: MAX_CRASHES - 1,
      runRetryDelay: RECONNECT_MOST_MS,
      settings: { backoffStrategy: (failures) => retryDelay(failures, this.#retryDelayMs) },
    });
    worker.on('error', (error) => this.#onError(error));
    // Redis was away for longer than the lock holds: another process may have the job by now.
    worker.on('lockRenewalFailed', (jobIds) => {
      for (const run of this.#runs) {
        if (jobIds.includes(run.jobId)) run.abort.abort(new Error('The job was handed out again'));
      }
    });
    return worker;
  }

  async #run(handler: Handler, job: QueuedJob, token: string | undefined): Promise<void> {
    if (this.closing.aborted) return release(job, token);
    const abort = new AbortController();
    const jobId = String(job.id);
    const given: Job<unknown> = {
      id: decodeId(jobId),
      payload: job.data,
      attempt: job.attemptsStarted,
      signal: abort.signal,
      progress: (progress) => this.#progress(job, progress),
    };
    const work = Promise.resolve(given).then(handler);
    const run: Run = { jobId, abort, ended: work.catch(() => {}) };
    this.#runs.add(run);
    try {
      await work;
    } catch (thrown) {
      if (this.closing.aborted) return await release(job, token);
      // A new error, for BullMQ gives some names and messages of errors a meaning of its own.
      throw new Error(asError(thrown).message, { cause: thrown });
    } finally {
      this.#runs.delete(run);
    }
  }

  /** A job does not fail for what only shows how far it is. */
  async #progress(job: QueuedJob, progress: JobProgress): Promise<void> {
    try {
      await reach(job.updateProgress(progress), this.#timeoutMs);
    } catch (error) {
      this.#onError(asError(error));
    }
  }
}

/** Hands a job back that was interrupted through no fault of its own. */
const release = async (job: QueuedJob, token: string | undefined): Promise<never> => {
  await job.moveToWait(token);
  throw new WaitingError();
};

// BullMQ takes no colon and no integer as an id, and keeps keys of its own beside those of the jobs.
const encodeId = (id: string): string => `job.${encodeURIComponent(id)}`;
const decodeId = (jobId: string): string => decodeURIComponent(jobId.slice('job.'.length));

const stateOf = (state: string): JobState => {
  switch (state) {
    case 'active':
      return 'active';
    case 'completed':
      return 'done';
    case 'failed':
      return 'failed';
    default:
      return 'waiting';
  }
};

const errorOf = ({ failedReason }: QueuedJob): string | null =>
  failedReason === STALLED_TOO_OFTEN ? CRASHED_TOO_OFTEN : (failedReason ?? null);
