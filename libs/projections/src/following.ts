import { setImmediate as breathe } from 'node:timers/promises';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventPage, EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { type Checkpoint, Fenced, type ReadStore, ReadStoreUnavailable, type Write } from '#read-store/read-store.js';
import { DocumentCache, foldAnew, foldPage } from './fold-page.js';
import { eventsOf, type Forgetting, indexReached, partsOf } from './forgetting.js';
import { ParkedKeys } from './parked-keys.js';
import { obey, type ParkedOrders } from './parked-orders.js';
import type { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { retryParked } from './retry-parked.js';
import type { Part } from './shards.js';

export type FollowingOptions = Readonly<{
  events: EventStore;
  registry: EventRegistry;
  /** Where documents are written, and told how far they are. */
  reads: ReadStore;
  progress: Progress;
  /** Where it is found what somebody is to be forgotten in: what is shown. */
  shown: Readonly<{ reads: ReadStore; progress: Progress }>;
  pageSize: number;
  forgetting: Forgetting | undefined;
  parkedOrders: ParkedOrders | undefined;
  /** Stored names of events about which `onOrder` is told before they are folded. */
  orderTypes: readonly string[];
  onOrder: (event: Recorded) => Promise<void>;
  /** Told before read models forget somebody. */
  onForget: () => Promise<void>;
}>;

/** A part of a projection on its way: how far it has come, the documents it has at hand, and what is parked. */
type Traveller = {
  readonly part: Part;
  readonly projection: AnyProjection;
  readonly types: ReadonlySet<string>;
  readonly cache: DocumentCache;
  readonly parkedKeys: ParkedKeys;
  position: bigint;
};

type Folded = Readonly<{ traveller: Traveller; writes: readonly Write[] }>;

/** What a part of a projection cannot go on for. */
export type Failure = Readonly<{ part: Part; error: unknown }>;

const NOT_BEGUN = -1n;
const MAX_POSITION = 2n ** 63n;

/** Reads the log on from the least checkpoint of some parts of projections, and takes them along page by page. */
export class Following {
  /** By projection: its parts have other keys each, and together no more room than it would have alone. */
  private readonly caches = new Map<string, DocumentCache>();

  constructor(private readonly options: FollowingOptions) {}

  /** Until the signal aborts. A part that fails is left out from there on. */
  async follow(
    parts: readonly Part[],
    signal: AbortSignal,
    onFailure: (failure: Failure) => void,
    onPage: (page: EventPage) => void,
  ): Promise<void> {
    const { events, registry, progress, pageSize, forgetting, parkedOrders } = this.options;
    const { orderTypes, onOrder, onForget } = this.options;
    const orders = new Set(orderTypes);
    const apart = new Set([
      ...(forgetting ? [forgetting.storedType] : []),
      ...(parkedOrders?.storedTypes ?? []),
      ...orders,
    ]);
    const travellers = new Set(await Promise.all(parts.map((part) => this.traveller(part))));
    for (const traveller of travellers) await this.retryAll(traveller);
    progress.advance([...travellers].map(({ part, position }) => [part.checkpoint, position]));
    const least = [...travellers].reduce((a, { position }) => (position < a ? position : a), MAX_POSITION);
    const from = least === NOT_BEGUN ? {} : { after: least };
    let previous = least;
    for await (const page of events.subscribe({ ...from, pageSize, signal })) {
      for (const stretch of partsOf(page, apart)) {
        const [first] = stretch.events;
        const order = first && orders.has(first.type) ? registry.checked(first) : null;
        if (order && order.unreadable === undefined) await onOrder(order);
        if (first && first.type === forgetting?.storedType) await onForget();
        for (const [failed, error] of await this.apply(stretch, previous, [...travellers])) {
          travellers.delete(failed);
          onFailure({ part: failed.part, error });
        }
        previous = stretch.position;
      }
      onPage(page);
      await breathe();
    }
  }

  private async traveller(part: Part): Promise<Traveller> {
    const { reads } = this.options;
    const { projection } = part;
    const cache = this.caches.get(projection.name) ?? new DocumentCache();
    this.caches.set(projection.name, cache);
    // Where a part has not come itself yet, all of it was taken with another number of shards.
    const reached = [await reads.checkpoint(part.checkpoint), await reads.checkpoint(checkpointName(projection))];
    const position = reached.map((found) => found?.position ?? NOT_BEGUN).reduce((a, b) => (a > b ? a : b));
    const parkedKeys = await ParkedKeys.load(part, reads, position);
    return { part, projection, types: new Set<string>(projection.types), cache, parkedKeys, position };
  }

  /** What is parked may be folded by this program. */
  private async retryAll(traveller: Traveller): Promise<void> {
    const { projection, part, position, parkedKeys } = traveller;
    const parked = parkedKeys.all();
    if (parked.size === 0) return;
    const folded = await retryParked(projection, parked, position, { ...this.options, ...traveller, inPart: false });
    const writes = [...folded, ...parkedKeys.changes(position, 'at the start')];
    if (writes.length === 0) return;
    await this.options.reads.commit({ writes, checkpoints: [checkpointOf(part, position)] });
  }

  /** Folds and writes a page for those that have not come so far, and returns those that could not. */
  private async apply(page: EventPage, previous: bigint, travellers: readonly Traveller[]): Promise<Failures> {
    const { reads, registry, forgetting, parkedOrders } = this.options;
    const behind = travellers.filter(({ position }) => position < page.position);
    if (behind.length === 0) return [];
    const decoded = page.events
      .filter((event) => !registry.isBookkeeping(event))
      .map((event) => registry.checked(event));
    const folded: Folded[] = [];
    const failures: [Traveller, unknown][] = [];
    // An order that cannot be read is nobody's: it waits to be tried again, as every such event.
    const first = decoded[0]?.unreadable === undefined ? decoded[0] : undefined;
    const order = first ? (parkedOrders?.orderOf(first) ?? null) : null;
    const forgets = first !== undefined && page.events[0]?.type === forgetting?.storedType;
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
        failures.push([traveller, error]);
      }
    }
    return [...failures, ...(await this.write(folded, page.position))];
  }

  /** Folds anew what was folded from the streams of whom the event makes forgotten: the log says less of them now. */
  private async forget(
    { projection, types, cache, parkedKeys }: Traveller,
    [event]: readonly Recorded[],
    previous: bigint,
  ): Promise<readonly Write[]> {
    const { forgetting, events, registry, shown } = this.options;
    if (!forgetting || !event) return [];
    await indexReached(forgetting.index, previous, shown);
    await forgetting.onForgotten(event);
    const said = await eventsOf(events, registry, await forgetting.streamsOf(shown.reads, event), event.position);
    const relevant = said.filter(({ type }) => types.has(type));
    return foldAnew(projection, relevant, event.position, cache, parkedKeys);
  }

  /** All at once, or, when the store cannot take that, one by one: then only those are left out that it cannot take. */
  private async write(folded: readonly Folded[], position: bigint): Promise<Failures> {
    if (folded.length === 0) return [];
    const { reads, progress } = this.options;
    try {
      await reads.commit({
        writes: writesOf(folded),
        checkpoints: folded.map(({ traveller }) => checkpointOf(traveller.part, position)),
      });
    } catch (error) {
      if (concernsAll(error)) throw error;
      const [first, ...others] = folded;
      if (first && others.length === 0) return [[first.traveller, error]];
      const failures: [Traveller, unknown][] = [];
      for (const one of folded) failures.push(...(await this.write([one], position)));
      return failures;
    }
    for (const { traveller } of folded) {
      traveller.position = position;
      progress.recover(traveller.part.checkpoint);
    }
    progress.advance(folded.map(({ traveller }) => [traveller.part.checkpoint, position]));
    return [];
  }
}

/** Rows before documents, as `foldPage` has them, and those of several shards together: so a store takes them in one go. */
const writesOf = (folded: readonly Folded[]): readonly Write[] =>
  [true, false].flatMap((areRows) =>
    folded.flatMap(({ traveller: { projection }, writes }) =>
      writes.filter(({ collection }) => (collection === projection.rows) === areRows),
    ),
  );

const checkpointOf = ({ checkpoint, epoch }: Part, position: bigint): Checkpoint => ({
  projection: checkpoint,
  position,
  epoch,
});

type Failures = readonly [Traveller, unknown][];

const concernsAll = (error: unknown): boolean => error instanceof Fenced || error instanceof ReadStoreUnavailable;
