import { pause } from '#timing/pause.js';
import { within } from '#timing/within.js';

/** How long the adapter waits, in milliseconds. */
export type Timeouts = Readonly<{
  /** For the server to be there when the store is opened. Default 30,000. */
  connectMs: number;
  /** For the next sign of life of one call, before it is given up and repeated. Default 5,000. */
  callMs: number;
  /** For a call and its repetitions together, before EventStoreUnavailable. Default 20,000. */
  giveUpMs: number;
}>;

export const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 30_000, callMs: 5_000, giveUpMs: 20_000 };

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** The server did not answer in time: what it did is unknown. */
export class CallTimedOut extends Error {
  override readonly name = 'CallTimedOut';
  constructor(milliseconds: number) {
    super(`The server did not answer within ${milliseconds} ms`);
  }
}

/** Settles as `call` does, or rejects with CallTimedOut. The driver enforces no deadline on batch appends and reads. */
export const withTimeout = <T>(call: Promise<T>, milliseconds: number): Promise<T> =>
  within(milliseconds, call, () => new CallTimedOut(milliseconds));

/** The pause before repetition `attempt` (from 0), in milliseconds: doubling, with jitter, so that clients spread. */
const pauseBefore = (attempt: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10)) * (0.75 + Math.random() / 2);

/** Waits before repetition `attempt`; ends at once, without an error, when `signal` aborts. */
export const pauseBeforeNext = (attempt: number, signal?: AbortSignal): Promise<void> =>
  pause(pauseBefore(attempt), signal);
