import type { Json } from '#kernel/json.js';

export type JobState = 'waiting' | 'active' | 'done' | 'failed';

/** `done` of `total` units; `total` is null while it is not known yet. */
export type JobProgress = Readonly<{ done: number; total: number | null; note?: string }>;

export type JobStatus = Readonly<{
  id: string;
  type: string;
  state: JobState;
  /** How often it was started. */
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
  /** The same id again, at any state of the first: nothing is enqueued. */
  id: string;
  delayMs?: number;
  /** How often to start it before it counts as failed. Default 5; a crash of the process does not count. */
  attempts?: number;
}>;

export const JOBS = Symbol('Jobs');

/** Work done in the background, at least once, surviving restarts. */
export interface Jobs {
  enqueue(type: string, payload: Json, options: EnqueueOptions): Promise<void>;
  /** Registers the one handler of a type; call before `start`. A process without handlers only enqueues. */
  handle<P>(type: string, handler: (job: Job<P>) => Promise<void>): void;
  /** Begins to hand out jobs, those left over from before a crash among them. */
  start(): Promise<void>;
  status(id: string): Promise<JobStatus | null>;
  /** Starts a failed job again. False when there is no failed job of that id. */
  retry(id: string): Promise<boolean>;
  /** Stops handing out, aborts the signals of running jobs, waits for them, lets go of everything. */
  close(): Promise<void>;
}
