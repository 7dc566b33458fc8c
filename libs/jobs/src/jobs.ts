import type { Json } from '#kernel/json.js';

export type JobState = 'waiting' | 'active' | 'done' | 'failed';

/** `done` of `total` units; `total` is null while it is not known yet. */
export type JobProgress = Readonly<{ done: number; total: number | null; note?: string }>;

export type JobStatus = Readonly<{
  id: string;
  type: string;
  /** A job that is delayed, or failed and is to be tried again, is waiting. */
  state: JobState;
  /** How often it was started, crashes and shutdowns included. */
  attempts: number;
  progress: JobProgress | null;
  /** Why the last attempt failed. */
  error: string | null;
}>;

/** What a handler is given. The same job may be handed out again after a crash: the handler's work must be repeatable. */
export type Job<P> = Readonly<{
  id: string;
  payload: P;
  attempt: number;
  /** Aborts when the process shuts down: stop at the next safe point by throwing; the job will be handed out again. */
  signal: AbortSignal;
  progress(progress: JobProgress): Promise<void>;
}>;

export type EnqueueOptions = Readonly<{
  /**
   * Unique across all types. The same id again, at any state of the first: nothing is enqueued. That holds for as long
   * as the first is remembered: until it has been done or failed for 30 days, or 10,000 later ones of its type have.
   */
  id: string;
  delayMs?: number;
  /**
   * How often the handler may fail before the job counts as failed. Default 5. A crash of the process is no failure of
   * the handler; but a job that was running in ten crashes is failed, for it may well be what crashes the process.
   */
  attempts?: number;
}>;

export const JOBS = Symbol('Jobs');

/**
 * The queue cannot be reached, or another process holds it. Whether an `enqueue` that ended so was carried out is
 * unknown: repeat it with the same id.
 */
export class JobsUnavailable extends Error {
  override readonly name = 'JobsUnavailable';
}

/**
 * Work done in the background, at least once, surviving restarts.
 *
 * A job is handed out again after its handler failed (later each time, see `EnqueueOptions.attempts`), after a shutdown
 * in the middle, and after a crash. A handler therefore makes each step repeatable: it derives the ids of what it writes
 * from the job's id, so that a step done twice is done once.
 *
 * Only a process with a handler of its type takes a job; until there is one, the job waits. Each process runs a few jobs
 * of each type at a time; jobs of a type start in the order in which they fell due.
 *
 * `enqueue`, `status` and `retry` reject with `JobsUnavailable`, after seconds at most, while the queue is out of reach.
 */
export interface Jobs {
  enqueue(type: string, payload: Json, options: EnqueueOptions): Promise<void>;
  /** Registers the one handler of a type; throws after `start` and for a second handler. A process without handlers only enqueues. */
  handle<P>(type: string, handler: (job: Job<P>) => Promise<void>): void;
  /** Begins to hand out jobs, those left over from before a crash among them. */
  start(): Promise<void>;
  status(id: string): Promise<JobStatus | null>;
  /** Starts a failed job again, with all its attempts. False when there is no failed job of that id. */
  retry(id: string): Promise<boolean>;
  /** Aborts when `close` is called: for whoever enqueues again and again. */
  readonly closing: AbortSignal;
  /** Stops handing out, aborts the signals of running jobs, waits for them, lets go of everything. */
  close(): Promise<void>;
}
