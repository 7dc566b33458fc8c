import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventPage, EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { Fenced, type Lease, type ReadStore } from '#read-store/read-store.js';
import { type Failure, Following } from './following.js';
import type { Forgetting } from './forgetting.js';
import type { Comparison } from './generations.js';
import type { ParkedOrders } from './parked-orders.js';
import { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import type { Rebuilds } from './rebuilds.js';

/**
 * What the projector says about itself; `error` is of the last failure, null once it works again. Which projections
 * fail while the others run is in its `Progress`.
 */
export type ProjectorState = Readonly<{ state: 'waiting' | 'running' | 'failing' | 'stopped'; error: string | null }>;

/** The store cannot take what a projection folded, or too many of its events cannot be folded. The others go on. */
class ProjectionFailed extends Error {
  override readonly name = 'ProjectionFailed';
  constructor(
    readonly projection: string,
    cause: unknown,
  ) {
    super(`The projection ${projection} fails: ${cause}`, { cause });
  }
}

export type ProjectorOptions = Readonly<{
  events: EventStore;
  reads: ReadStore;
  registry: EventRegistry;
  projections: readonly AnyProjection[];
  progress: Progress;
  /** Names this process in the lease. */
  holder: string;
  onError: (error: unknown) => void;
  pageSize?: number;
  /** Default: nothing is ever forgotten. */
  forgetting?: Forgetting;
  /** Default: nobody orders anything about what is parked. */
  parkedOrders?: ParkedOrders;
  /** Default: nothing is ever built beside what is shown. */
  rebuilds?: Rebuilds;
}>;

/** Its holder runs the projections. */
export const PROJECTOR_LEASE = 'projector';
const LEASE_MS = 15_000;
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 15_000;
/** Events of a page, far behind: each document is written once for all of them that concern it. */
const PAGE = 10_000;

/** The time under one lease. `end` ends it: with an error, or else to begin the next one at once. */
type Term = Readonly<{
  epoch: number;
  signal: AbortSignal;
  end: (error?: unknown) => void;
  alone: Set<Promise<void>>;
  /** Built beside what is shown, to be shown at the end of the term. */
  built: Map<AnyProjection, Comparison>;
}>;

/**
 * Runs projections off the log: one reader, each page folded per document and written before the checkpoints move.
 * Only the holder of the lease writes; after a crash anywhere the same page is folded again and changes nothing twice.
 * An event that cannot be folded parks its key, which is tried again whenever the projector starts. A projection that
 * fails leaves the others and is tried again on its own, until it has caught up with them. Its next generation is built
 * on its own too, and shown once it has caught up.
 */
export class Projector {
  private status: ProjectorState = { state: 'stopped', error: null };

  constructor(private readonly options: ProjectorOptions) {}

  get state(): ProjectorState {
    return this.status;
  }

  /** Resolves when `signal` aborts and the page under way is written. */
  async run(signal: AbortSignal): Promise<void> {
    const { reads, projections, onError, holder } = this.options;
    let backoff = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      try {
        await reads.ensure(projections.flatMap(collectionsOf));
        const lease = await reads.acquireLease(PROJECTOR_LEASE, holder, LEASE_MS);
        if (lease === null) {
          this.status = { state: 'waiting', error: null };
          await pause(1_000, signal);
          continue;
        }
        await this.lead(lease, signal, () => {
          backoff = FIRST_BACKOFF_MS;
          this.status = { state: 'running', error: null };
        });
      } catch (error) {
        this.status = { state: error instanceof Fenced ? 'waiting' : 'failing', error: String(error) };
        onError(error);
        await pause(backoff, signal);
        backoff = Math.min(backoff * 2, MAX_BACKOFF_MS);
      }
    }
    this.status = { state: 'stopped', error: this.status.error };
  }

  /** Runs all projections until the signal aborts, one of them has made up for its failure, or a generation is built. */
  private async lead(lease: Lease, signal: AbortSignal, onPage: () => void): Promise<void> {
    const { projections, progress, reads, onError, rebuilds } = this.options;
    const ending = new AbortController();
    let failure: unknown;
    const term: Term = {
      epoch: lease.epoch,
      signal: AbortSignal.any([signal, ending.signal]),
      end: (error) => {
        failure ??= error;
        ending.abort();
      },
      alone: new Set(),
      built: new Map(),
    };
    const stopRenewing = this.renew(lease, term);
    try {
      await rebuilds?.takeOver(lease.epoch);
      for (const projection of rebuilds?.unfinished() ?? []) this.buildBeside(projection, term);
      await this.following(term).follow(projections, term.signal, (failed) => this.leaveBehind(failed, term), onPage);
    } catch (error) {
      term.end(error);
    } finally {
      ending.abort();
      await Promise.all(term.alone);
      if (failure === undefined) await this.showBuilt(term).catch(onError);
      stopRenewing();
      progress.forget();
      await reads.releaseLease(lease).catch(onError);
    }
    if (failure !== undefined) throw failure;
  }

  private following(term: Term, reads = this.options.reads, progress = this.options.progress): Following {
    const { events, registry, forgetting, parkedOrders, rebuilds, pageSize = PAGE } = this.options;
    const isShown = reads === this.options.reads;
    return new Following({
      ...{ events, registry, reads, progress, pageSize, forgetting, parkedOrders },
      shown: { reads: this.options.reads, progress: this.options.progress },
      epoch: term.epoch,
      orderTypes: isShown ? (rebuilds?.storedTypes ?? []) : [],
      onOrder: (event) => this.obey(event, term),
      onForget: async () => {
        if (isShown) await rebuilds?.forget(term.epoch);
      },
    });
  }

  /** Tries a projection again on its own, ever more rarely, while the others go on. */
  private leaveBehind(first: Failure, term: Term): void {
    const { progress } = this.options;
    const name = checkpointName(first.projection);
    const fail = (reason: string): void => progress.fail(name, reason);
    this.alone(
      term,
      this.retried(() => this.followAlone(first.projection, term), term, fail, first),
    );
  }

  private alone(term: Term, work: Promise<void>): void {
    term.alone.add(work.catch((error: unknown) => term.end(error)));
  }

  /** Until an attempt gives no failure; the first one may have been made before. */
  private async retried(
    attempt: () => Promise<Failure | null>,
    term: Term,
    onFailure: (reason: string) => void,
    before: Failure | null,
  ): Promise<void> {
    let failed = before ?? (await attempt());
    for (let backoff = FIRST_BACKOFF_MS; failed !== null; backoff = Math.min(backoff * 2, MAX_BACKOFF_MS)) {
      const failure = new ProjectionFailed(checkpointName(failed.projection), failed.error);
      onFailure(failure.message);
      this.options.onError(failure);
      await pause(backoff, term.signal);
      failed = await attempt();
    }
  }

  /** Its next failure; null at the end of the term, which ends when nobody is behind any more: one reader is enough then. */
  private followAlone(projection: AnyProjection, term: Term): Promise<Failure | null> {
    const { progress } = this.options;
    return followedAlone(this.following(term), projection, term.signal, ({ caughtUp }) => {
      if (caughtUp && progress.failing.size === 0) term.end();
    });
  }

  private async obey(event: Recorded, term: Term): Promise<void> {
    const projection = (await this.options.rebuilds?.obey(event, term.epoch)) ?? null;
    if (projection !== null) this.buildBeside(projection, term);
  }

  /** Folds the next generation of a projection while the one that is shown goes on. */
  private buildBeside(projection: AnyProjection, term: Term): void {
    const { rebuilds } = this.options;
    if (rebuilds === undefined) return;
    const build = async (): Promise<Failure | null> => {
      const side = await rebuilds.begin(projection, term.epoch);
      const caughtUp = new AbortController();
      const signal = AbortSignal.any([term.signal, caughtUp.signal]);
      const following = this.following(term, side, new Progress());
      const failure = await followedAlone(following, projection, signal, (page) => {
        if (page.caughtUp) caughtUp.abort();
      });
      if (failure === null && !term.signal.aborted) {
        term.built.set(projection, await rebuilds.compare(projection));
        term.end();
      }
      return failure;
    };
    this.alone(
      term,
      this.retried(build, term, () => undefined, null),
    );
  }

  /** Between two terms, as nobody writes these projections then. */
  private async showBuilt({ built, epoch }: Term): Promise<void> {
    for (const [projection, compared] of built) await this.options.rebuilds?.switchOver(projection, compared, epoch);
  }

  /** Renews the lease in the background until the returned function is called; ends the term once it was lost. */
  private renew({ holder, epoch }: Lease, term: Term): () => void {
    const timer = setInterval(() => {
      this.options.reads.acquireLease(PROJECTOR_LEASE, holder, LEASE_MS).then(
        (lease) => {
          if (lease?.epoch !== epoch && !term.signal.aborted) term.end(new Fenced('Another projector has the lease'));
        },
        (error: unknown) => this.options.onError(error),
      );
    }, LEASE_MS / 3);
    return () => clearInterval(timer);
  }
}

/** Until it fails, or the signal aborts. */
const followedAlone = async (
  following: Following,
  projection: AnyProjection,
  until: AbortSignal,
  onPage: (page: EventPage) => void,
): Promise<Failure | null> => {
  const attempt = new AbortController();
  const failures: Failure[] = [];
  const onFailure = (failure: Failure): void => {
    failures.push(failure);
    attempt.abort();
  };
  await following.follow([projection], AbortSignal.any([until, attempt.signal]), onFailure, (page) => {
    if (failures.length === 0) onPage(page);
  });
  return failures[0] ?? null;
};

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};
