import type { Json } from '#kernel/json.js';
import { pause } from '#timing/pause.js';
import { type Handler, Handlers } from '../handlers.js';
import {
  asError,
  DEFAULT_ATTEMPTS,
  DEFAULT_CONCURRENCY,
  DEFAULT_RETRY_DELAY_MS,
  type JobsOptions,
  retryDelay,
  warn,
} from '../job-policy.js';
import type { EnqueueOptions, Job, JobProgress, JobStatus, Jobs } from '../jobs.js';
import { type ClaimedJob, JobTable } from './job-table.js';

export type EmbeddedJobsOptions = JobsOptions & Readonly<{ directory: string }>;

type Run = { readonly abort: AbortController; progress: JobProgress | null; savedAt: number; ended: Promise<void> };

/** A type that this process handles, with its jobs that are running now, by id. */
type Lane = Readonly<{ type: string; handler: Handler; runs: Map<string, Run> }>;

/** Progress reaches the disk this often at most: all that a crash can set back is what is shown. */
const SAVE_PROGRESS_EVERY_MS = 1000;
const PRUNE_EVERY = 500;
const RECOVERY_DELAY_MS = 1000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Jobs of one process, kept in `jobs.db` in the directory: no other process sees them. Rejects with `JobsUnavailable`
 * while another one has the file open.
 */
export const openEmbeddedJobs = async (options: EmbeddedJobsOptions): Promise<Jobs> => new EmbeddedJobs(options);

class EmbeddedJobs implements Jobs {
  readonly #table: JobTable;
  readonly #handlers = new Handlers();
  readonly #concurrency: number;
  readonly #retryDelayMs: number;
  readonly #onError: (error: Error) => void;
  readonly #lanes: Lane[] = [];
  readonly #closing = new AbortController();
  #wakeAt = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #closed: Promise<void> | undefined;
  #finished = 0;

  constructor({ directory, concurrency, retryDelayMs, onError }: EmbeddedJobsOptions) {
    this.#concurrency = concurrency ?? DEFAULT_CONCURRENCY;
    this.#retryDelayMs = retryDelayMs ?? DEFAULT_RETRY_DELAY_MS;
    this.#onError = onError ?? warn;
    this.#table = new JobTable(directory);
    // The file is ours alone, so what is active in it was so when a process crashed.
    this.#table.recover(Date.now());
    this.#table.prune(Date.now());
  }

  async enqueue(type: string, payload: Json, { id, delayMs = 0, attempts = DEFAULT_ATTEMPTS }: EnqueueOptions) {
    const dueAt = Date.now() + delayMs;
    this.#table.insert({ id, type, payload, attempts, dueAt });
    this.#wake(dueAt);
  }

  handle<P>(type: string, handler: (job: Job<P>) => Promise<void>): void {
    this.#handlers.add(type, handler);
  }

  async start(): Promise<void> {
    for (const [type, handler] of this.#handlers.seal()) this.#lanes.push({ type, handler, runs: new Map() });
    this.#wake(0);
  }

  async status(id: string): Promise<JobStatus | null> {
    const status = this.#table.status(id);
    const progress = this.#lanes.flatMap(({ runs }) => runs.get(id)?.progress ?? [])[0];
    return status && progress ? { ...status, progress } : status;
  }

  async retry(id: string): Promise<boolean> {
    const now = Date.now();
    const retried = this.#table.retry(id, now);
    this.#wake(now);
    return retried;
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
    clearTimeout(this.#timer);
    const runs = this.#lanes.flatMap((lane) => [...lane.runs.values()]);
    for (const run of runs) run.abort.abort(new Error('The process is shutting down'));
    await Promise.all(runs.map((run) => run.ended));
    this.#table.close();
  }

  /** Sees to it that jobs are handed out at that time, in milliseconds since 1970, or before. */
  #wake(at: number): void {
    if (this.closing.aborted || this.#lanes.length === 0 || at >= this.#wakeAt) return;
    clearTimeout(this.#timer);
    this.#wakeAt = at;
    const wait = Math.min(Math.max(at - Date.now(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#handOut(), wait);
  }

  #handOut(): void {
    if (this.closing.aborted) return;
    clearTimeout(this.#timer);
    this.#wakeAt = Number.POSITIVE_INFINITY;
    try {
      for (const lane of this.#lanes) this.#fill(lane);
    } catch (error) {
      this.#onError(asError(error));
      this.#wake(Date.now() + RECOVERY_DELAY_MS);
    }
  }

  #fill(lane: Lane): void {
    const free = this.#concurrency - lane.runs.size;
    // A full lane is looked at again when one of its jobs ends.
    if (free <= 0) return;
    for (const job of this.#table.claim(lane.type, free, Date.now())) {
      const run: Run = { abort: new AbortController(), progress: null, savedAt: 0, ended: Promise.resolve() };
      lane.runs.set(job.id, run);
      run.ended = this.#run(lane, job, run);
    }
    const next = this.#table.nextDue(lane.type);
    if (next !== null && lane.runs.size < this.#concurrency) this.#wake(next);
  }

  async #run(lane: Lane, job: ClaimedJob, run: Run): Promise<void> {
    let failure: Error | null = null;
    try {
      await lane.handler({
        id: job.id,
        payload: job.payload,
        attempt: job.starts,
        signal: run.abort.signal,
        progress: async (progress) => this.#progress(job.id, run, progress),
      });
    } catch (thrown) {
      failure = asError(thrown);
    }
    await this.#endAtLast(job, run, failure);
    lane.runs.delete(job.id);
    this.#handOut();
  }

  /** A disk may be full for a while. What closing leaves active in the file is handed out again at the next start. */
  async #endAtLast(job: ClaimedJob, run: Run, failure: Error | null): Promise<void> {
    for (;;) {
      try {
        return this.#end(job, run, failure);
      } catch (error) {
        this.#onError(asError(error));
        if (this.closing.aborted) return;
      }
      await pause(RECOVERY_DELAY_MS, this.closing);
    }
  }

  #end(job: ClaimedJob, { progress }: Run, failure: Error | null): void {
    const now = Date.now();
    const failures = job.failures + 1;
    if (failure === null) this.#table.finish(job.id, { state: 'done', error: null, progress, now });
    else if (this.closing.aborted) this.#table.release(job.id);
    else if (failures < job.attempts) {
      this.#table.postpone(job.id, failure.message, now + retryDelay(failures, this.#retryDelayMs));
    } else this.#table.finish(job.id, { state: 'failed', error: failure.message, progress, now });
    this.#finished += 1;
    if (this.#finished % PRUNE_EVERY === 0) this.#table.prune(now);
  }

  #progress(id: string, run: Run, progress: JobProgress): void {
    run.progress = progress;
    const now = Date.now();
    if (now - run.savedAt < SAVE_PROGRESS_EVERY_MS) return;
    run.savedAt = now;
    this.#table.progressed(id, progress);
  }
}
