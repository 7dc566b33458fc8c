import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { DomainEvent, Recorded } from '#kernel/event.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { ReadStore } from '#read-store/read-store.js';
import { comparedWith } from './compare-sides.js';
import { type Building, type Comparison, type Generations, otherThan, type Sample } from './generations.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { Samples } from './sample.js';
import type { HeldShard } from './shards.js';
import type { SidedReads } from './sided-reads.js';

/** Somebody had the next generation of a projection built, or the one before shown again. */
export type GenerationOrder = Readonly<{ projection: string; kind: Building['kind'] }>;

export type RebuildsOptions = Readonly<{
  reads: SidedReads;
  /** The log as it is stored, personal data encrypted: what is erased must not look like a change of the code. */
  stored: EventStore;
  registry: EventRegistry;
  projections: readonly AnyProjection[];
  /** Stored names of the events that are orders. */
  storedTypes: readonly string[];
  orderOf: (event: DomainEvent) => GenerationOrder | null;
  /** The code of a projection is not what built the generation that is shown. */
  onChangedCode: (projection: AnyProjection) => void;
  /** Told after every change. */
  onGenerations: (generations: readonly Generations[]) => void;
}>;

/**
 * Builds a projection's next generation beside the one that is shown. What was ordered and how far it has come is in the
 * read store, so that whoever has the lease goes on with it.
 */
export class Rebuilds {
  private areChangesNoticed = false;

  constructor(private readonly options: RebuildsOptions) {}

  get storedTypes(): readonly string[] {
    return this.options.storedTypes;
  }

  /** At the beginning of a term: another process may have had these shards. */
  async takeOver(shards: readonly HeldShard[]): Promise<void> {
    await this.options.reads.fence(shards);
    await this.options.reads.refresh();
    if (isInCharge(shards)) await this.noticeChanges(shards);
  }

  /** Whether anything is to be built: as far as this process knows, or any other has ordered. */
  async areUnfinished(): Promise<boolean> {
    await this.options.reads.refresh();
    return this.unfinished().length > 0;
  }

  /** What is to be built: begun under an earlier lease, or ordered meanwhile. */
  unfinished(): readonly AnyProjection[] {
    const { reads, projections } = this.options;
    return projections.filter((projection) => reads.generationsOf(projection).building !== null);
  }

  /** Takes up an order of the log, once, unless that projection is being built already. */
  async obey(event: Recorded, shards: readonly HeldShard[]): Promise<void> {
    if (!isInCharge(shards)) return;
    const { reads, projections, orderOf } = this.options;
    const order = orderOf(event);
    const projection = projections.find(({ name }) => name === order?.projection);
    if (order === null || projection === undefined) return;
    const { orderedAt, begunAt, building, isKept } = reads.generationsOf(projection);
    if (event.position <= BigInt(orderedAt) || millisecondsOf(event.meta.recordedAt) < begunAt) return;
    const isIdle = building === null && (order.kind === 'rebuild' || isKept);
    const next = { kind: order.kind, isBegun: false, since: Date.now(), from: '0' };
    await this.change(projection, shards, {
      orderedAt: String(event.position),
      ...(isIdle && { building: next }),
    });
  }

  /** The store to build these in. What is there is dropped, unless it is to be brought up to date. */
  async begin(projections: readonly AnyProjection[], shards: readonly HeldShard[]): Promise<ReadStore> {
    for (const projection of projections) await this.beginOne(projection, shards);
    return this.options.reads.otherSideOf(...projections);
  }

  private async beginOne(projection: AnyProjection, shards: readonly HeldShard[]): Promise<void> {
    const { reads } = this.options;
    const { building } = reads.generationsOf(projection);
    const side = reads.otherSideOf(projection);
    if (building === null || building.isBegun) return;
    if (building.kind === 'rebuild') await side.reset(checkpointName(projection), collectionsOf(projection));
    const from = String((await side.checkpoint(checkpointName(projection)))?.position ?? 0n);
    const isKept = building.kind === 'rollback';
    await this.change(projection, shards, { isKept, building: { ...building, isBegun: true, from } });
  }

  /** What was built beside what is shown, now that it is there to be asked. */
  async compare(projection: AnyProjection): Promise<Comparison> {
    const { reads } = this.options;
    const side = reads.otherSideOf(projection);
    await side.ensure(collectionsOf(projection));
    return comparedWith(reads, side, projection);
  }

  /** Shows what was built, and keeps what was shown. Nothing may be writing the projection meanwhile. */
  async switchOver(projection: AnyProjection, compared: Comparison, shards: readonly HeldShard[]): Promise<void> {
    const { stored, registry, reads } = this.options;
    const { live, generation, sample: before } = reads.generationsOf(projection);
    const sample = await new Samples(stored, registry).next(projection, known(before));
    const built = { building: null, compared, sample, isOutdated: false };
    await this.change(projection, shards, {
      ...built,
      ...{ generation: generation + 1, live: otherThan(live), isKept: true },
    });
  }

  /** Somebody is forgotten: what is kept of before, and not being brought up to date, would go on saying who they were. */
  async forget(shards: readonly HeldShard[]): Promise<void> {
    if (!isInCharge(shards)) return;
    const { reads, projections } = this.options;
    for (const projection of projections) {
      const { isKept, building } = reads.generationsOf(projection);
      if (!projection.holdsPersonalData || !isKept || building !== null) continue;
      await reads.otherSideOf(projection).reset(checkpointName(projection), collectionsOf(projection));
      await this.change(projection, shards, { isKept: false });
    }
  }

  /**
   * Once in the life of a process: tells by what projections make of the first events that they fold whether their code
   * is still what built them. A generation of which nothing is known yet is taken to be of this code.
   */
  private async noticeChanges(shards: readonly HeldShard[]): Promise<void> {
    if (this.areChangesNoticed) return;
    const { reads, projections, onChangedCode, stored, registry } = this.options;
    const samples = new Samples(stored, registry);
    for (const projection of projections) {
      const { sample, isOutdated } = reads.generationsOf(projection);
      const before = known(sample);
      if (before !== null && (await samples.again(projection, before)).hash !== before.hash) {
        onChangedCode(projection);
        if (!isOutdated) await this.change(projection, shards, { isOutdated: true });
        continue;
      }
      const now = await samples.next(projection, before);
      const isNews = now.after !== (before?.after ?? null) || now.seen !== (before?.seen ?? 0);
      if (isNews || isOutdated) await this.change(projection, shards, { sample: now, isOutdated: false });
    }
    this.areChangesNoticed = true;
  }

  private async change(
    projection: AnyProjection,
    shards: readonly HeldShard[],
    changed: Parameters<SidedReads['change']>[2],
  ) {
    const { reads, onGenerations } = this.options;
    await reads.change(projection, shards, changed);
    onGenerations(reads.generations);
  }
}

/** Earlier programs looked at the first events of the log, whether the projection folds them or not: that tells nothing. */
const known = (sample: Sample | null): Sample | null => (sample !== null && 'seen' in sample ? sample : null);

/** One process at a time has the first shard: it looks after the generations of all. */
const isInCharge = (shards: readonly HeldShard[]): boolean => shards.some(({ number }) => number === 1);
