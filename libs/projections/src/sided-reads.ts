import type { AnyCollectionSpec, Checkpoint, ReadStore } from '#read-store/read-store.js';
import { firstGeneration, type Generations, generationsCollection, otherThan } from './generations.js';
import { OneSide } from './one-side.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { type HeldShard, nameFor } from './shards.js';

/** Its checkpoints only fence the writers of what is known of generations. */
const FENCE = 'projection-generations.v1';
const REFRESH_MS = 500;
const MANY = 1_000;

/**
 * The read store as readers and the projector see it: of each projection the side that is shown. A process that does not
 * run the projector learns of a switch within half a second, and until then reads the generation before.
 */
export class SidedReads extends OneSide {
  private known: ReadonlyMap<string, Generations>;
  private refreshedAt = 0;

  private constructor(store: ReadStore, projections: readonly AnyProjection[], known: Map<string, Generations>) {
    super(store, projections, (projection) => this.known.get(projection)?.live ?? 'a');
    this.known = known;
  }

  static async over(store: ReadStore, projections: readonly AnyProjection[]): Promise<SidedReads> {
    const sided = new SidedReads(store, projections, new Map());
    await store.ensure([generationsCollection]);
    await sided.refresh();
    return sided;
  }

  /** Of all projections about which anything is known. */
  get generations(): readonly Generations[] {
    return [...this.known.values()];
  }

  generationsOf(projection: AnyProjection): Generations {
    const name = checkpointName(projection);
    return this.known.get(name) ?? firstGeneration(name, 0);
  }

  /** Takes over what another thread or process has written, unless something later is known. */
  learn(generations: readonly Generations[]): void {
    const known = new Map(this.known);
    for (const one of generations) {
      if (one.revision > (known.get(one.projection)?.revision ?? -1)) known.set(one.projection, one);
    }
    this.known = known;
    this.refreshedAt = Date.now();
  }

  async refresh(): Promise<void> {
    const collection = this.store.collection<Generations>(generationsCollection);
    const { entries } = await collection.scan({ index: 'byProjection' }, { limit: MANY });
    this.learn(entries.map(({ doc }) => doc));
  }

  /** From now on a holder of these shards before cannot change what is known. @throws Fenced */
  async fence(shards: readonly HeldShard[]): Promise<void> {
    await this.store.commit({ writes: [], checkpoints: shards.map(fenceOf) });
  }

  /** @throws Fenced: another one has one of these shards meanwhile */
  async change(
    projection: AnyProjection,
    shards: readonly HeldShard[],
    changed: Partial<Omit<Generations, 'projection' | 'revision'>>,
  ): Promise<void> {
    const name = checkpointName(projection);
    const before = this.known.get(name) ?? firstGeneration(name, Date.now());
    await this.write({ ...before, ...changed, revision: before.revision + 1 }, shards.map(fenceOf));
  }

  /** The store with the other sides of these projections in the place of those that are shown. */
  otherSideOf(...projections: readonly AnyProjection[]): ReadStore {
    const sides = new Map(
      projections.map((projection) => [checkpointName(projection), otherThan(this.generationsOf(projection).live)]),
    );
    return new OneSide(this.store, projections, (asked) => sides.get(asked) ?? 'a');
  }

  override async checkpoint(projection: string): Promise<Checkpoint | null> {
    if (Date.now() - this.refreshedAt > REFRESH_MS) await this.refresh();
    return super.checkpoint(projection);
  }

  override async checkpoints(projection?: string): Promise<readonly Checkpoint[]> {
    if (Date.now() - this.refreshedAt > REFRESH_MS) await this.refresh();
    return super.checkpoints(projection);
  }

  /** Both sides go, and the projection begins with its first generation. */
  override async reset(projection: string, specs: readonly AnyCollectionSpec[]): Promise<void> {
    const named = this.projections.find((one) => checkpointName(one) === projection);
    if (named) await this.otherSideOf(named).reset(projection, specs);
    await super.reset(projection, specs);
    if (named) {
      const { revision } = this.generationsOf(named);
      await this.write({ ...firstGeneration(projection, Date.now()), revision: revision + 1 }, []);
    }
  }

  private async write(doc: Generations, checkpoints: readonly Checkpoint[]): Promise<void> {
    const write = { collection: generationsCollection, key: doc.projection, position: BigInt(doc.revision), doc };
    await this.store.commit({ writes: [write], checkpoints });
    this.known = new Map(this.known).set(doc.projection, doc);
  }
}

const fenceOf = (shard: HeldShard): Checkpoint => ({
  projection: nameFor(FENCE, shard),
  position: 0n,
  epoch: shard.epoch,
});
