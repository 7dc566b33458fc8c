import type {
  AnyCollectionSpec,
  Checkpoint,
  CollectionSpec,
  EnsureOptions,
  Lease,
  ReadCollection,
  ReadStore,
  Write,
} from '#read-store/read-store.js';
import type { Side } from './generations.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { leastOfShards, nameOfAll } from './shards.js';

/** Sides by the checkpoint names of projections. */
export type SideOf = (projection: string) => Side;

/**
 * A read store in which the names of projections and of their collections stand for one of their two sides, and the name of
 * a projection for all of its shards. What is not a projection's is as it is.
 */
export class OneSide implements ReadStore {
  private readonly owners = new Map<string, string>();
  private readonly otherSpecs = new Map<string, AnyCollectionSpec>();

  constructor(
    protected readonly store: ReadStore,
    protected readonly projections: readonly AnyProjection[],
    private readonly sideOf: SideOf,
  ) {
    for (const projection of projections) {
      for (const { name } of collectionsOf(projection)) this.owners.set(name, checkpointName(projection));
    }
  }

  ensure(specs: readonly AnyCollectionSpec[], options?: EnsureOptions): Promise<void> {
    return this.store.ensure(
      specs.map((spec) => this.placed(spec)),
      options,
    );
  }

  collection<Doc extends object>(spec: CollectionSpec<Doc>): ReadCollection<Doc> {
    return this.store.collection(this.placed(spec) as CollectionSpec<Doc>);
  }

  commit({
    writes,
    checkpoints,
  }: Readonly<{ writes: readonly Write[]; checkpoints: readonly Checkpoint[] }>): Promise<void> {
    return this.store.commit({
      writes: writes.map((write) => ({ ...write, collection: this.placed(write.collection) })),
      checkpoints: checkpoints.map((each) => ({ ...each, projection: this.checkpointOf(each.projection) })),
    });
  }

  /** Of a whole projection, wherever its shards are. */
  async checkpoint(projection: string): Promise<Checkpoint | null> {
    if (nameOfAll(projection) === projection) {
      const least = leastOfShards(await this.checkpoints(projection));
      return least && { ...least, projection };
    }
    const found = await this.store.checkpoint(this.checkpointOf(projection));
    return found && { ...found, projection };
  }

  /** Those of these sides, and of what is not a projection's. */
  async checkpoints(projection?: string): Promise<readonly Checkpoint[]> {
    const named = new Map<string, string>();
    const others = new Set<string>();
    for (const name of this.projections.map(checkpointName)) {
      named.set(this.checkpointOf(name), name);
      for (const side of ['a', 'b'] as const) others.add(checkpointAt(name, side));
    }
    const stored = await this.store.checkpoints(projection && this.checkpointOf(projection));
    return stored.flatMap((checkpoint) => {
      const all = nameOfAll(checkpoint.projection);
      const name = named.get(all);
      if (name !== undefined) return [{ ...checkpoint, projection: name + checkpoint.projection.slice(all.length) }];
      return others.has(all) ? [] : [checkpoint];
    });
  }

  reset(projection: string, specs: readonly AnyCollectionSpec[]): Promise<void> {
    return this.store.reset(
      this.checkpointOf(projection),
      specs.map((spec) => this.placed(spec)),
    );
  }

  drop(projection: string, collections: readonly string[]): Promise<void> {
    return this.store.drop(projection, collections);
  }

  acquireLease(name: string, holder: string, milliseconds: number): Promise<Lease | null> {
    return this.store.acquireLease(name, holder, milliseconds);
  }

  releaseLease(lease: Lease): Promise<void> {
    return this.store.releaseLease(lease);
  }

  leaseOf(name: string): Promise<Lease | null> {
    return this.store.leaseOf(name);
  }

  leases(name: string): Promise<readonly Lease[]> {
    return this.store.leases(name);
  }

  scrub(): Promise<void> {
    return this.store.scrub();
  }

  ping(): Promise<void> {
    return this.store.ping();
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private checkpointOf(name: string): string {
    const projection = nameOfAll(name);
    return checkpointAt(projection, this.sideOf(projection)) + name.slice(projection.length);
  }

  private placed(spec: AnyCollectionSpec): AnyCollectionSpec {
    const owner = this.owners.get(spec.name);
    if (owner === undefined || this.sideOf(owner) === 'a') return spec;
    const known = this.otherSpecs.get(spec.name);
    if (known) return known;
    const other = { ...spec, name: collectionAt(spec.name, 'b') };
    this.otherSpecs.set(spec.name, other);
    return other;
  }
}

export const collectionAt = (name: string, side: Side): string => (side === 'a' ? name : `${name}_b`);
export const checkpointAt = (projection: string, side: Side): string => (side === 'a' ? projection : `${projection}.b`);
