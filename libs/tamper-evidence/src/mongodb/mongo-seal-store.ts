import { type Collection, type MongoClient, MongoServerError } from 'mongodb';
import type { InOrder } from '#read-store/mongodb/causal-order.js';
import { connectMongo } from '#read-store/mongodb/connect.js';
import type { Seal } from '../seal.js';
import { SealConflict, type SealStore, SealUnreadable, sealOf } from '../seal-store.js';

type StoredSeal = Seal & Readonly<{ _id: number }>;

const DUPLICATE_KEY = 11_000;

/**
 * The seals in a collection of MongoDB, keyed by their number: of two who seal at once, one is refused.
 * @throws ReadStoreUnavailable when the server does not answer within a few seconds
 */
export const openMongoSealStore = async (options: Readonly<{ uri: string; database?: string }>): Promise<SealStore> => {
  const { client, db, inOrder } = connectMongo(options);
  try {
    await inOrder((session) => db.command({ ping: 1 }, { session }));
    return new MongoSealStore(client, db.collection<StoredSeal>('_log_seals'), inOrder);
  } catch (error) {
    await client.close();
    throw error;
  }
};

class MongoSealStore implements SealStore {
  constructor(
    private readonly client: MongoClient,
    private readonly seals: Collection<StoredSeal>,
    private readonly inOrder: InOrder,
  ) {}

  async last(): Promise<Seal | null> {
    const [last] = await this.inOrder((session) =>
      this.seals.find({}, { session }).sort({ _id: -1 }).limit(1).toArray(),
    );
    return last ? sealOf(last, Number(last._id)) : null;
  }

  async *all(): AsyncGenerator<Seal, void, void> {
    let expected = 1;
    for await (const stored of this.seals.find().sort({ _id: 1 })) {
      const found = sealOf(stored, expected);
      // Who changed the key of a document or the number in it moved a seal.
      if (stored._id !== found.number) throw new SealUnreadable(expected);
      yield found;
      expected = found.number + 1;
    }
  }

  async append(seals: readonly Seal[]): Promise<void> {
    const first = seals[0]?.number ?? 1;
    if (first > 1 && (await this.stored(first - 1)) === null) {
      throw new SealConflict(`Seal ${first} is not next`);
    }
    for (const seal of seals) await this.insert(seal);
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private stored(number: number): Promise<StoredSeal | null> {
    return this.inOrder((session) => this.seals.findOne({ _id: number }, { session }));
  }

  /** A repeated insert, after an answer that got lost, finds its own seal there. */
  private async insert(seal: Seal): Promise<void> {
    try {
      await this.inOrder((session) =>
        this.seals.insertOne({ _id: seal.number, ...seal }, { writeConcern: { w: 'majority', j: true }, session }),
      );
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
      const there = await this.stored(seal.number);
      if (there?.hash !== seal.hash) throw new SealConflict(`Seal ${seal.number} is there already`);
    }
  }
}
