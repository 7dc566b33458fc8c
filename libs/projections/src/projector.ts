import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { Fenced, type ReadStore } from '#read-store/read-store.js';
import { pause } from '#timing/pause.js';
import { type Failure, Following } from './following.js';
import type { Forgetting } from './forgetting.js';
import type { ParkedOrders } from './parked-orders.js';
import { Progress } from './progress.js';
import type { AnyProjection } from './projection.js';
import { ProjectionStorage } from './projection-storage.js';
import type { Rebuilds } from './rebuilds.js';
import { ShardLeases } from './shard-leases.js';
import { type Part, partOf } from './shards.js';
import { Backoff, followedAlone, followedToTheEnd, Term } from './term.js';

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
  /** Names this process in the leases. */
  holder: string;
  /** How many parts every projection has, each of which one process at a time folds; the same in all processes. Default: 1. */
  shards?: number;
  /** How long the shards of a process that died stay with it, in milliseconds. */
  leaseMs?: number;
  onError: (error: unknown) => void;
  pageSize?: number;
  /** Default: nothing is ever forgotten. */
  forgetting?: Forgetting;
  /** Default: nobody orders anything about what is parked. */
  parkedOrders?: ParkedOrders;
  /** Default: nothing is ever built beside what is shown. */
  rebuilds?: Rebuilds;
}>;

const LEASE_MS = 15_000;
const LOOK_MS = 1_000;
/** Events of a page, far behind: each document is written once for all of them that concern it. */
const PAGE = 10_000;

/**
 * Runs projections off the log: one reader, each page folded per document and written before the checkpoints move.
 * Only the holder of the lease of a shard writes its documents; after a crash anywhere the same page is folded again and
 * changes nothing twice. An event that cannot be folded parks its key, which is tried again whenever the projector
 * starts. A projection that fails leaves the others and is tried again on its own, until it has caught up with them. Its
 * next generation is built on its own too, by one process with all shards, and shown once it has caught up.
 */
export class Projector {
  private readonly leases: ShardLeases;
  private readonly storage: ProjectionStorage;
  private status: ProjectorState = { state: 'stopped', error: null };

  constructor(private readonly options: ProjectorOptions) {
    const { reads, holder, shards: count = 1, leaseMs: milliseconds = LEASE_MS } = options;
    this.leases = new ShardLeases({ reads, holder, count, milliseconds });
    this.storage = new ProjectionStorage(options, options.projections);
  }

  get state(): ProjectorState {
    return this.status;
  }

  /** Resolves when `signal` aborts and the page under way is written. */
  async run(signal: AbortSignal): Promise<void> {
    const { onError, leaseMs = LEASE_MS } = this.options;
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        await this.storage.ensure();
        const shards = await this.leases.settle(await this.isToBuild());
        if (shards.length === 0) {
          this.status = { state: 'waiting', error: null };
          await pause(Math.min(LOOK_MS, leaseMs / 3), signal);
          continue;
        }
        await this.lead(new Term(shards, signal), () => {
          backoff.reset();
          this.status = { state: 'running', error: null };
        });
      } catch (error) {
        this.status = { state: error instanceof Fenced ? 'waiting' : 'failing', error: String(error) };
        onError(error);
        await this.leases.leave().catch(onError);
        await backoff.pause(signal);
      }
    }
    await this.leases.leave().catch(onError);
    this.status = { state: 'stopped', error: this.status.error };
  }

  /**
   * Runs this process's shards of all projections until the signal aborts, others are to be its own, a projection has made
   * up for its failure, or a generation is built.
   */
  private async lead(term: Term, onPage: () => void): Promise<void> {
    const { projections, progress, onError, rebuilds } = this.options;
    const stopKeeping = this.keep(term);
    try {
      await rebuilds?.takeOver(term.shards);
      this.buildBeside(term);
      const parts = projections.flatMap((projection) => partsOf(projection, term));
      const onFailure = (failed: Failure): void => this.leaveBehind(failed, term);
      await this.following(term).follow(parts, term.signal, onFailure, ({ caughtUp, position }) => {
        onPage();
        if (caughtUp) this.storage.complete(position).catch(onError);
      });
    } catch (error) {
      term.end(error);
    }
    await term.over();
    if (term.failure === undefined) await this.showBuilt(term).catch(onError);
    await stopKeeping();
    progress.forget();
    if (term.failure !== undefined) throw term.failure;
  }

  private following(term: Term, reads = this.options.reads, progress = this.options.progress): Following {
    const { events, registry, forgetting, parkedOrders, rebuilds, pageSize = PAGE } = this.options;
    const isShown = reads === this.options.reads;
    return new Following({
      ...{ events, registry, reads, progress, pageSize, forgetting, parkedOrders },
      shown: { reads: this.options.reads, progress: this.options.progress },
      orderTypes: isShown ? (rebuilds?.storedTypes ?? []) : [],
      onOrder: (event) => this.obey(event, term),
      onForget: async () => {
        if (isShown) await rebuilds?.forget(term.shards);
      },
    });
  }

  /** Tries a part of a projection again on its own, while the others go on. */
  private leaveBehind(first: Failure, term: Term): void {
    const { progress } = this.options;
    const attempt = (): Promise<Failure | null> => this.followAlone(first.part, term);
    const onFailure = (failure: Failure): void => progress.fail(failure.part.checkpoint, this.tell(failure));
    term.beside(term.retried(attempt, onFailure, first));
  }

  private tell({ part, error }: Failure): string {
    const failure = new ProjectionFailed(part.checkpoint, error);
    this.options.onError(failure);
    return failure.message;
  }

  /** Its next failure; null at the end of the term, which ends when nobody is behind any more: one reader is enough then. */
  private followAlone(part: Part, term: Term): Promise<Failure | null> {
    const { progress } = this.options;
    return followedAlone(this.following(term), [part], term.signal, ({ caughtUp }) => {
      if (caughtUp && progress.failing.size === 0) term.end();
    });
  }

  private async obey(event: Recorded, term: Term): Promise<void> {
    await this.options.rebuilds?.obey(event, term.shards);
    this.buildBeside(term);
  }

  /**
   * Folds the next generations of all projections that are to have one, by one reader, while those that are shown go on.
   * What is ordered meanwhile comes in the next term: each one has room for one such reader. Nobody else may write any of
   * it until it is shown: while others have shards, they give them back first. Whatever a build fails of is told, and tried
   * again: it holds nobody up but itself.
   */
  private buildBeside(term: Term): void {
    const { rebuilds } = this.options;
    if (rebuilds === undefined || !term.hasAll || term.isBuilding) return;
    const projections = rebuilds.unfinished();
    if (projections.length === 0) return;
    term.isBuilding = true;
    const build = async (): Promise<Failure | null> => {
      const side = await rebuilds.begin(projections, term.shards);
      const following = this.following(term, side, new Progress());
      const parts = projections.flatMap((projection) => partsOf(projection, term));
      const failures = await followedToTheEnd(following, parts, term.signal);
      if (term.signal.aborted) return null;
      // One that fails is tried again in the next term, or at once when it is the only one: the others need not wait.
      const failed = new Set(failures.map(({ part }) => part.projection));
      const built = projections.filter((projection) => !failed.has(projection));
      for (const projection of built) term.built.set(projection, await rebuilds.compare(projection));
      if (built.length > 0) term.end();
      return failures[0] ?? null;
    };
    const attempt = async (): Promise<Failure | null> => {
      if (term.signal.aborted) return null;
      try {
        return await build();
      } catch (error) {
        const [part] = projections.flatMap((projection) => partsOf(projection, term));
        if (error instanceof Fenced || part === undefined) throw error;
        return { part, error };
      }
    };
    term.beside(term.retried(attempt, (failure) => this.tell(failure)));
  }

  /** Between two terms, as nobody writes these projections then. */
  private async showBuilt({ built, shards }: Term): Promise<void> {
    for (const [projection, compared] of built) await this.options.rebuilds?.switchOver(projection, compared, shards);
  }

  private async isToBuild(): Promise<boolean> {
    return (await this.options.rebuilds?.areUnfinished()) ?? false;
  }

  /** Renews the leases until the returned function is called; ends the term when they are not to stay as they are. */
  private keep(term: Term): () => Promise<void> {
    const { onError, leaseMs = LEASE_MS } = this.options;
    const stopping = new AbortController();
    const keep = async (): Promise<void> => {
      for (;;) {
        await pause(leaseMs / 3, stopping.signal);
        if (stopping.signal.aborted) return;
        try {
          if (!(await this.leases.renew(await this.isToBuild()))) term.end();
        } catch (error) {
          if (error instanceof Fenced) term.end(error);
          else onError(error);
        }
      }
    };
    const kept = keep();
    return async () => {
      stopping.abort();
      await kept;
    };
  }
}

const partsOf = (projection: AnyProjection, { shards }: Term): readonly Part[] =>
  shards.map((shard) => partOf(projection, shard));
