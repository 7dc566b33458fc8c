import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventPage, EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { Fenced, type Lease, type ReadStore, ReadStoreUnavailable, type Write } from '#read-store/read-store.js';
import { DocumentCache, foldAnew, foldPage } from './fold-page.js';
import { eventsOf, type Forgetting, partsOf } from './forgetting.js';
import { ParkedKeys } from './parked-keys.js';
import { obey, type ParkedOrders } from './parked-orders.js';
import type { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { retryParked } from './retry-parked.js';

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
}>;

const LEASE = 'projector';
const LEASE_MS = 15_000;
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 15_000;
const NOT_BEGUN = -1n;
/** Events of a page, far behind: each document is written once for all of them that concern it. */
const PAGE = 10_000;

/** The time under one lease. `end` ends it: with an error, or else to begin the next one at once. */
type Term = Readonly<{ epoch: number; signal: AbortSignal; end: (error?: unknown) => void; alone: Set<Promise<void>> }>;

/** A projection on its way: what it folds, how far it has come, the documents it has at hand, and what is parked. */
type Traveller = {
  readonly projection: AnyProjection;
  readonly name: string;
  readonly types: ReadonlySet<string>;
  readonly cache: DocumentCache;
  readonly parkedKeys: ParkedKeys;
  position: bigint;
};

type Folded = Readonly<{ traveller: Traveller; writes: readonly Write[] }>;
type Failure = Readonly<{ traveller: Traveller; error: unknown }>;

/**
 * Runs projections off the log: one reader, each page folded per document and written before the checkpoints move.
 * Only the holder of the lease writes; after a crash anywhere the same page is folded again and changes nothing twice.
 * An event that cannot be folded parks its key, which is tried again whenever the projector starts. A projection that
 * fails leaves the others and is tried again on its own, until it has caught up with them.
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
        const lease = await reads.acquireLease(LEASE, holder, LEASE_MS);
        if (lease === null) {
          this.status = { state: 'waiting', error: null };
          await pause(1_000, signal);
          continue;
        }
        await this.lead(lease, signal, () => {
          backoff = FIRST_BACKOFF_MS;
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

  /** Runs all projections until the signal aborts, or until one of them has made up for its failure. */
  private async lead(lease: Lease, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const { projections, progress, reads, onError } = this.options;
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
    };
    const stopRenewing = this.renew(lease, term);
    try {
      await this.follow(projections, term, (failed) => this.leaveBehind(failed, term), onProgress);
    } catch (error) {
      term.end(error);
    } finally {
      ending.abort();
      await Promise.all(term.alone);
      stopRenewing();
      progress.forget();
      await reads.releaseLease(lease).catch(onError);
    }
    if (failure !== undefined) throw failure;
  }

  /** Reads the log on from the least checkpoint and takes the projections along. Those that fail are left out from there on. */
  private async follow(
    projections: readonly AnyProjection[],
    { epoch, signal }: Term,
    onFailure: (failure: Failure) => void,
    onPage: (page: EventPage) => void,
  ): Promise<void> {
    const { events, progress, forgetting, parkedOrders, pageSize = PAGE } = this.options;
    const apart = new Set([...(forgetting ? [forgetting.storedType] : []), ...(parkedOrders?.storedTypes ?? [])]);
    const travellers = new Set(await Promise.all(projections.map((projection) => this.traveller(projection))));
    for (const traveller of travellers) await this.retryAll(traveller, epoch);
    progress.advance([...travellers].map(({ name, position }) => [name, position]));
    const least = [...travellers].reduce((a, { position }) => (position < a ? position : a), MAX_POSITION);
    const from = least === NOT_BEGUN ? {} : { after: least };
    let previous = least;
    for await (const page of events.subscribe({ ...from, pageSize, signal })) {
      for (const part of partsOf(page, apart)) {
        for (const failure of await this.apply(part, previous, epoch, [...travellers])) {
          travellers.delete(failure.traveller);
          onFailure(failure);
        }
        previous = part.position;
      }
      this.status = { state: 'running', error: null };
      onPage(page);
      await breathe();
    }
  }

  /** Tries a projection again on its own, ever more rarely, while the others go on. */
  private leaveBehind(first: Failure, term: Term): void {
    const { progress, onError } = this.options;
    const { projection, name } = first.traveller;
    const tryAgain = async (): Promise<void> => {
      let failed: Failure | null = first;
      for (let backoff = FIRST_BACKOFF_MS; failed !== null; backoff = Math.min(backoff * 2, MAX_BACKOFF_MS)) {
        const failure = new ProjectionFailed(name, failed.error);
        progress.fail(name, failure.message);
        onError(failure);
        await pause(backoff, term.signal);
        failed = await this.followAlone(projection, term);
      }
    };
    term.alone.add(tryAgain().catch((error: unknown) => term.end(error)));
  }

  /** Its next failure; null at the end of the term, which ends when nobody is behind any more: one reader is enough then. */
  private async followAlone(projection: AnyProjection, term: Term): Promise<Failure | null> {
    const attempt = new AbortController();
    const signal = AbortSignal.any([term.signal, attempt.signal]);
    const failures: Failure[] = [];
    const onFailure = (failure: Failure): void => {
      failures.push(failure);
      attempt.abort();
    };
    await this.follow([projection], { ...term, signal }, onFailure, ({ caughtUp }) => {
      if (failures.length === 0 && caughtUp && this.options.progress.failing.size === 0) term.end();
    });
    return failures[0] ?? null;
  }

  private async traveller(projection: AnyProjection): Promise<Traveller> {
    const name = checkpointName(projection);
    const position = (await this.options.reads.checkpoint(name))?.position ?? NOT_BEGUN;
    const parkedKeys = await ParkedKeys.load(projection, this.options.reads, position);
    const types = new Set<string>(projection.types);
    return { projection, name, types, cache: new DocumentCache(), parkedKeys, position };
  }

  /** What is parked may be folded by this program. */
  private async retryAll(traveller: Traveller, epoch: number): Promise<void> {
    const { projection, name, position, parkedKeys } = traveller;
    const parked = parkedKeys.all();
    if (parked.size === 0) return;
    const folded = await retryParked(projection, parked, position, { ...this.options, ...traveller, inPart: false });
    const writes = [...folded, ...parkedKeys.changes(position, 'at the start')];
    if (writes.length === 0) return;
    await this.options.reads.commit({ writes, checkpoints: [{ projection: name, position, epoch }] });
  }

  /** Folds and writes a page for those that have not come so far, and returns those that could not. */
  private async apply(
    page: EventPage,
    previous: bigint,
    epoch: number,
    travellers: readonly Traveller[],
  ): Promise<readonly Failure[]> {
    const { reads, registry, forgetting, parkedOrders } = this.options;
    const behind = travellers.filter(({ position }) => position < page.position);
    if (behind.length === 0) return [];
    const decoded = page.events
      .filter((event) => !registry.isBookkeeping(event))
      .map((event) => registry.decode(event));
    const folded: Folded[] = [];
    const failures: Failure[] = [];
    const order = decoded[0] ? (parkedOrders?.orderOf(decoded[0]) ?? null) : null;
    const forgets = page.events[0]?.type === forgetting?.storedType;
    for (const traveller of behind) {
      const { projection, types, position, cache, parkedKeys } = traveller;
      const relevant = decoded.filter((event) => event.position > position && types.has(event.type));
      try {
        const ordered =
          order === null ? [] : await obey(order, projection, page.position, { ...this.options, ...traveller });
        const writes =
          forgets && projection.holdsPersonalData
            ? await this.forget(traveller, decoded, previous)
            : relevant.length > 0
              ? await foldPage(projection, relevant, reads, cache, parkedKeys)
              : [];
        folded.push({
          traveller,
          writes: [...ordered, ...writes, ...parkedKeys.changes(page.position, 'after the page')],
        });
      } catch (error) {
        if (concernsAll(error)) throw error;
        failures.push({ traveller, error });
      }
    }
    return [...failures, ...(await this.write(folded, page.position, epoch))];
  }

  /** Folds anew what was folded from the streams of whom the event makes forgotten: the log says less of them now. */
  private async forget(
    { projection, types, cache, parkedKeys }: Traveller,
    [event]: readonly Recorded[],
    previous: bigint,
  ): Promise<readonly Write[]> {
    const { forgetting, events, registry, reads, progress } = this.options;
    if (!forgetting || !event) return [];
    const index = checkpointName(forgetting.index);
    if ((progress.reached(index) ?? NOT_BEGUN) < previous) throw new Error(`Waits for ${index} to know what to forget`);
    await forgetting.onForgotten(event);
    const said = await eventsOf(events, registry, await forgetting.streamsOf(reads, event), event.position);
    const relevant = said.filter(({ type }) => types.has(type));
    return foldAnew(projection, relevant, event.position, cache, parkedKeys);
  }

  /** All at once, or, when the store cannot take that, one by one: then only those are left out that it cannot take. */
  private async write(folded: readonly Folded[], position: bigint, epoch: number): Promise<readonly Failure[]> {
    if (folded.length === 0) return [];
    try {
      await this.options.reads.commit({
        writes: folded.flatMap(({ writes }) => writes),
        checkpoints: folded.map(({ traveller }) => ({ projection: traveller.name, position, epoch })),
      });
    } catch (error) {
      if (concernsAll(error)) throw error;
      const [first, ...others] = folded;
      if (first && others.length === 0) return [{ traveller: first.traveller, error }];
      const failures: Failure[] = [];
      for (const one of folded) failures.push(...(await this.write([one], position, epoch)));
      return failures;
    }
    for (const { traveller } of folded) {
      traveller.position = position;
      this.options.progress.recover(traveller.name);
    }
    this.options.progress.advance(folded.map(({ traveller }) => [traveller.name, position]));
    return [];
  }

  /** Renews the lease in the background until the returned function is called; ends the term once it was lost. */
  private renew({ holder, epoch }: Lease, term: Term): () => void {
    const timer = setInterval(() => {
      this.options.reads.acquireLease(LEASE, holder, LEASE_MS).then(
        (lease) => {
          if (lease?.epoch !== epoch && !term.signal.aborted) term.end(new Fenced('Another projector has the lease'));
        },
        (error: unknown) => this.options.onError(error),
      );
    }, LEASE_MS / 3);
    return () => clearInterval(timer);
  }
}

const MAX_POSITION = 2n ** 63n;

const concernsAll = (error: unknown): boolean => error instanceof Fenced || error instanceof ReadStoreUnavailable;

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};
