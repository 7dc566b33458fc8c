import type { EventPage } from '#event-store/event-store.js';
import { pause } from '#timing/pause.js';
import type { Failure, Following } from './following.js';
import type { Comparison } from './generations.js';
import type { AnyProjection } from './projection.js';
import type { HeldShard, Part } from './shards.js';

const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 15_000;

/** The time in which a process has the same shards. */
export class Term {
  readonly signal: AbortSignal;
  /** Built beside what is shown, to be shown at the end of the term. */
  readonly built = new Map<AnyProjection, Comparison>();
  /** Whether what is to be built beside what is shown is being built. */
  isBuilding = false;
  private readonly ending = new AbortController();
  private readonly alone = new Set<Promise<void>>();
  private error: unknown;

  constructor(
    readonly shards: readonly HeldShard[],
    until: AbortSignal,
  ) {
    this.signal = AbortSignal.any([until, this.ending.signal]);
  }

  /** Whether nobody else runs projections. */
  get hasAll(): boolean {
    return this.shards[0]?.of === this.shards.length;
  }

  /** What it ended with; undefined when the next one is to begin at once. */
  get failure(): unknown {
    return this.error;
  }

  end(error?: unknown): void {
    this.error ??= error;
    this.ending.abort();
  }

  /** Goes on beside everything else; the term is over only when it is. */
  beside(work: Promise<void>): void {
    this.alone.add(work.catch((error: unknown) => this.end(error)));
  }

  async over(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.alone);
  }

  /** Tries ever more rarely until an attempt gives no failure; the first one may have been made before. */
  async retried(
    attempt: () => Promise<Failure | null>,
    onFailure: (failure: Failure) => void,
    before: Failure | null = null,
  ): Promise<void> {
    let failed = before ?? (await attempt());
    for (const backoff = new Backoff(); failed !== null; failed = await attempt()) {
      onFailure(failed);
      await backoff.pause(this.signal);
    }
  }
}

/** Pauses that become longer. */
export class Backoff {
  private milliseconds = FIRST_BACKOFF_MS;

  async pause(signal: AbortSignal): Promise<void> {
    await pause(this.milliseconds, signal);
    this.milliseconds = Math.min(this.milliseconds * 2, MAX_BACKOFF_MS);
  }

  /** It works again. */
  reset(): void {
    this.milliseconds = FIRST_BACKOFF_MS;
  }
}

/** Follows until one of the parts fails, or the signal aborts. */
export const followedAlone = async (
  following: Following,
  parts: readonly Part[],
  until: AbortSignal,
  onPage: (page: EventPage) => void,
): Promise<Failure | null> => {
  const attempt = new AbortController();
  const failures: Failure[] = [];
  const onFailure = (failure: Failure): void => {
    failures.push(failure);
    attempt.abort();
  };
  await following.follow(parts, AbortSignal.any([until, attempt.signal]), onFailure, (page) => {
    if (failures.length === 0) onPage(page);
  });
  return failures[0] ?? null;
};

/** Follows until all of the log is folded, or every part has failed, or the signal aborts; gives those that failed. */
export const followedToTheEnd = async (
  following: Following,
  parts: readonly Part[],
  until: AbortSignal,
): Promise<readonly Failure[]> => {
  const ended = new AbortController();
  const failures: Failure[] = [];
  const onFailure = (failure: Failure): void => {
    failures.push(failure);
    if (failures.length === parts.length) ended.abort();
  };
  await following.follow(parts, AbortSignal.any([until, ended.signal]), onFailure, ({ caughtUp }) => {
    if (caughtUp) ended.abort();
  });
  return failures;
};
