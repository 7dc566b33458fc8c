import { type Collection, type Db, type Filter, type MongoClient, MongoServerError } from 'mongodb';
import { checkSpec } from '../collection-shape.js';
import {
  type AnyCollectionSpec,
  type Checkpoint,
  type CollectionSpec,
  type EnsureOptions,
  Fenced,
  type Lease,
  type ReadCollection,
  type ReadStore,
  type Write,
} from '../read-store.js';
import type { InOrder } from './causal-order.js';
import { connectMongo, type MongoOptions } from './connect.js';
import { bulk, writeGuarded } from './guarded-writes.js';
import { MongoCollection } from './mongo-collection.js';
import type { StoredDocument } from './stored-document.js';

/**
 * The read models in MongoDB, or a server that speaks its protocol: no transactions, change streams or collations.
 * @throws ReadStoreUnavailable when the server does not answer within a few seconds
 */
export const openMongoReadStore = async (options: MongoOptions): Promise<ReadStore> => {
  const { client, db, inOrder } = connectMongo(options);
  const store = new MongoReadStore(client, db, inOrder);
  try {
    await store.ping();
    return store;
  } catch (error) {
    await client.close();
    throw error;
  }
};

type StoredCheckpoint = Readonly<{ _id: string; position: bigint; epoch: number }>;
type StoredLease = Readonly<{ _id: string; holder: string | null; epoch: number; expiresAt: number }>;

class MongoReadStore implements ReadStore {
  private readonly marks: Collection<StoredCheckpoint>;
  private readonly held: Collection<StoredLease>;

  constructor(
    private readonly client: MongoClient,
    private readonly db: Db,
    private readonly inOrder: InOrder,
  ) {
    // No collection of documents begins with an underscore.
    this.marks = db.collection('_checkpoints');
    this.held = db.collection('_leases');
  }

  async ensure(specs: readonly AnyCollectionSpec[], { indexes = 'now' }: EnsureOptions = {}): Promise<void> {
    for (const spec of specs) checkSpec(spec);
    // A collection comes with its first document.
    if (indexes === 'later') return;
    for (const spec of specs) {
      const keys: Record<string, 1>[] = Object.values(spec.indexes).map((columns) =>
        Object.fromEntries([...columns, '_id'].map((column) => [column, 1] as const)),
      );
      if (spec.inWritingOrder) keys.push({ _position: 1, _id: 1 });
      if (keys.length === 0) continue;
      const indexes = keys.map((key) => ({ key }));
      await this.inOrder((session) => this.documentsOf(spec).createIndexes(indexes, { session }));
    }
  }

  collection<Doc extends object>(spec: CollectionSpec<Doc>): ReadCollection<Doc> {
    return new MongoCollection<Doc>(this.documentsOf(spec), this.inOrder, spec);
  }

  async commit({
    writes,
    checkpoints,
  }: Readonly<{ writes: readonly Write[]; checkpoints: readonly Checkpoint[] }>): Promise<void> {
    await this.refuseFenced(checkpoints);
    for (const run of runsOf(writes)) {
      const [first] = run;
      if (first) await writeGuarded(this.documentsOf(first.collection), this.inOrder, run);
    }
    await this.advance(checkpoints);
  }

  async checkpoint(projection: string): Promise<Checkpoint | null> {
    const found = await this.inOrder((session) => this.marks.findOne({ _id: projection }, { session }));
    return found === null ? null : checkpointOf(found);
  }

  async checkpoints(projection?: string): Promise<readonly Checkpoint[]> {
    const filter = projection === undefined ? {} : atOrBelow(projection);
    const found = await this.inOrder((session) => this.marks.find(filter, { session }).sort({ _id: 1 }).toArray());
    return found.map(checkpointOf);
  }

  async acquireLease(name: string, holder: string, milliseconds: number): Promise<Lease | null> {
    const now = Date.now();
    const expiresAt = now + milliseconds;
    const renewed = await this.takeLease({ _id: name, holder }, { $set: { expiresAt } });
    if (renewed) return renewed;
    const taken = await this.takeLease(
      { _id: name, expiresAt: { $lte: now } },
      { $set: { holder, expiresAt }, $inc: { epoch: 1 } },
    );
    if (taken) return taken;
    try {
      await this.inOrder((session) => this.held.insertOne({ _id: name, holder, epoch: 1, expiresAt }, { session }));
      return { name, holder, epoch: 1, expiresAt };
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === 11_000)) throw error;
      // Somebody took it just then, maybe under the same name.
      return this.takeLease({ _id: name, holder }, { $set: { expiresAt } });
    }
  }

  async releaseLease({ name, holder, epoch }: Lease): Promise<void> {
    const freed = { $set: { holder: null, expiresAt: 0 } };
    await this.inOrder((session) => this.held.updateOne({ _id: name, holder, epoch }, freed, { session }));
  }

  async leaseOf(name: string): Promise<Lease | null> {
    return leaseOf(await this.inOrder((session) => this.held.findOne({ _id: name }, { session })));
  }

  async leases(name: string): Promise<readonly Lease[]> {
    const found = await this.inOrder((session) =>
      this.held.find(atOrBelow(name), { session }).sort({ _id: 1 }).toArray(),
    );
    return found.flatMap((lease) => leaseOf(lease) ?? []);
  }

  async reset(projection: string, specs: readonly AnyCollectionSpec[]): Promise<void> {
    for (const spec of specs) checkSpec(spec);
    await this.drop(
      projection,
      specs.map(({ name }) => name),
    );
  }

  async drop(projection: string, collections: readonly string[]): Promise<void> {
    // First the checkpoints: were the documents gone and they still there, these would never come back.
    await this.inOrder((session) => this.marks.deleteMany(atOrBelow(projection), { session }));
    for (const name of collections) await this.inOrder((session) => this.db.dropCollection(name, { session }));
  }

  /** The files are the server's: what is overwritten there goes as the server's storage engine has it. */
  async scrub(): Promise<void> {}

  async ping(): Promise<void> {
    await this.inOrder((session) => this.db.command({ ping: 1 }, { session }));
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private documentsOf(spec: AnyCollectionSpec): Collection<StoredDocument> {
    return this.db.collection<StoredDocument>(spec.name);
  }

  /** Looks before anything is written; what overtakes this look is refused when the checkpoint is to move. */
  private async refuseFenced(checkpoints: readonly Checkpoint[]): Promise<void> {
    if (checkpoints.length === 0) return;
    const projections = checkpoints.map(({ projection }) => projection);
    const filter = { _id: { $in: projections } };
    const stored = await this.inOrder((session) => this.marks.find(filter, { session }).toArray());
    const epochs = new Map(stored.map(({ _id, epoch }) => [_id, epoch]));
    const fenced = checkpoints.find(({ projection, epoch }) => (epochs.get(projection) ?? 0) > epoch);
    if (fenced) throw new Fenced(`Projection ${fenced.projection} was written under a later lease`);
  }

  private async advance(checkpoints: readonly Checkpoint[]): Promise<void> {
    const moves = checkpoints.map(({ projection, position, epoch }) => ({
      updateOne: {
        filter: { _id: projection, epoch: { $lte: epoch } },
        update: { $max: { position }, $set: { epoch } },
        upsert: true,
      },
    }));
    // Refused is what is there under a higher epoch, or was inserted by another just then; twice, only the former.
    const refused = await bulk(this.marks, this.inOrder, await bulk(this.marks, this.inOrder, moves));
    if (refused.length > 0) throw new Fenced('A projection was written under a later lease');
  }

  private async takeLease(filter: object, update: object): Promise<Lease | null> {
    const options = { returnDocument: 'after' } as const;
    return leaseOf(
      await this.inOrder((session) => this.held.findOneAndUpdate(filter, update, { ...options, session })),
    );
  }
}

/** What has that name, or one that begins with it and a slash. */
const atOrBelow = (name: string): Filter<Readonly<{ _id: string }>> => ({
  $or: [{ _id: name }, { _id: { $gte: `${name}/`, $lt: `${name}0` } }],
});

/** Consecutive writes to one collection: their order across collections is the caller's. */
const runsOf = (writes: readonly Write[]): readonly (readonly Write[])[] => {
  const runs: Write[][] = [];
  for (const write of writes) {
    const run = runs.at(-1);
    if (run?.[0]?.collection.name === write.collection.name) run.push(write);
    else runs.push([write]);
  }
  return runs;
};

const checkpointOf = ({ _id, position, epoch }: StoredCheckpoint): Checkpoint => ({
  projection: _id,
  position,
  epoch,
});

const leaseOf = (found: StoredLease | null): Lease | null =>
  found === null || found.holder === null
    ? null
    : { name: found._id, holder: found.holder, epoch: found.epoch, expiresAt: found.expiresAt };
