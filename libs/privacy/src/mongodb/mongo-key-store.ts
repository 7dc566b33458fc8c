import { type AnyBulkWriteOperation, type Collection, type Filter, type MongoClient, MongoError } from 'mongodb';
import type { InOrder } from '#read-store/mongodb/causal-order.js';
import { connectMongo, type MongoOptions } from '#read-store/mongodb/connect.js';
import { bulk } from '#read-store/mongodb/guarded-writes.js';
import { ReadStoreUnavailable } from '#read-store/read-store.js';
import { type DataKey, type DataKeys, type KeyStore, KeyStoreUnavailable } from '../key-store.js';
import { type MasterKeys, newKey, type WrappedKey } from '../master-keys.js';

/** `wrapped` is missing once the key is destroyed. */
type StoredKey = Readonly<{ _id: string; destroyedAt?: Date }> & Partial<WrappedKey>;

const COLLECTION = 'subject_keys';
const BATCH = 1_000;
/** The record of a person has an id, and is nobody's without. */
const NOBODY = '';

/**
 * Opens the keys in a collection of the database that the URI names (else `annals`), for servers that have no disk in
 * common, and wraps with the current master key what an older one had wrapped.
 * @throws WrongMasterKey, KeyStoreUnavailable
 */
export const openMongoKeyStore = async (
  options: MongoOptions & Readonly<{ masterKeys: MasterKeys }>,
): Promise<KeyStore> => {
  const { client, db, inOrder } = await attempt(async () => connectMongo(options));
  // A key must be there before its event is, and gone for good once it is destroyed: on a majority, flushed.
  const keys = db.collection<StoredKey>(COLLECTION, { writeConcern: { w: 'majority', journal: true } });
  const store = new MongoKeyStore(client, keys, inOrder, options.masterKeys);
  try {
    await store.rewrap();
    return store;
  } catch (error) {
    await client.close();
    throw error;
  }
};

class MongoKeyStore implements KeyStore {
  constructor(
    private readonly client: MongoClient,
    private readonly keys: Collection<StoredKey>,
    private readonly inOrder: InOrder,
    private readonly masterKeys: MasterKeys,
  ) {}

  async obtain(subjects: readonly string[]): Promise<DataKeys> {
    const known = await this.read(subjects);
    const missing = [...new Set(subjects)].filter((subject) => !known.has(subject));
    if (missing.length === 0) return known;
    await this.write(
      missing.map((subject) => ({
        updateOne: {
          filter: { _id: subject },
          update: { $setOnInsert: this.masterKeys.wrap(subject, newKey()) },
          upsert: true,
        },
      })),
    );
    // Another process may have been first: its key is the one.
    const made = await this.find(subjects);
    if (subjects.every((subject) => made.has(subject))) return made;
    throw new KeyStoreUnavailable('The key store cannot be used: keys just made are not there');
  }

  /**
   * Another process' keys may be missing for a moment from what a new primary knows that a majority has. It knows it all
   * once a majority follows it: that much is awaited, by a write which changes nothing, before a key is called missing.
   */
  async find(subjects: readonly string[]): Promise<DataKeys> {
    const known = await this.read(subjects);
    if (subjects.every((subject) => known.has(subject))) return known;
    await this.write([{ updateOne: { filter: { _id: NOBODY }, update: { $unset: { destroyedAt: '' } } } }]);
    return this.read(subjects);
  }

  async destroy(subject: string): Promise<void> {
    await this.write([
      {
        updateOne: {
          filter: { _id: subject },
          update: { $unset: { master: '', wrapped: '' }, $set: { destroyedAt: new Date() } },
          upsert: true,
        },
      },
    ]);
  }

  /** Harmless beside other processes: a key that was destroyed or wrapped anew meanwhile is left as it is. */
  async rewrap(): Promise<void> {
    const { current } = this.masterKeys;
    const [sample] = await this.some({ master: current }, 1);
    if (sample && isLive(sample)) this.masterKeys.unwrap(sample._id, sample);
    for (;;) {
      const old = await this.some({ master: { $exists: true, $ne: current } }, BATCH);
      if (old.length === 0) return;
      await this.write(
        old.filter(isLive).map(({ _id, ...key }) => ({
          updateOne: {
            filter: { _id, wrapped: key.wrapped },
            update: { $set: this.masterKeys.wrap(_id, this.masterKeys.unwrap(_id, key)) },
          },
        })),
      );
    }
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private async read(subjects: readonly string[]): Promise<DataKeys> {
    const found = await this.some({ _id: { $in: [...subjects] } });
    return new Map<string, DataKey | null>(
      found.map((key) => [key._id, isLive(key) ? this.masterKeys.unwrap(key._id, key) : null]),
    );
  }

  /** @param limit 0: none */
  private some(filter: Filter<StoredKey>, limit = 0): Promise<readonly StoredKey[]> {
    return attempt(() => this.inOrder((session) => this.keys.find(filter, { session, limit }).toArray()));
  }

  /** Two processes may make the key of one subject at once: the first has made it. */
  private async write(operations: readonly AnyBulkWriteOperation<StoredKey>[]): Promise<void> {
    await attempt(() => bulk(this.keys, this.inOrder, operations));
  }
}

const isLive = (key: StoredKey): key is StoredKey & WrappedKey => key.wrapped !== undefined && key.master !== undefined;

const attempt = async <T>(operation: () => Promise<T>): Promise<T> => {
  try {
    return await operation();
  } catch (error) {
    if (!(error instanceof ReadStoreUnavailable) && !(error instanceof MongoError)) throw error;
    throw new KeyStoreUnavailable(`The key store cannot be used: ${error.message}`, { cause: error });
  }
};
