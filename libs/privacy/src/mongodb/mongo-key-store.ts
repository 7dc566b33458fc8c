import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError, MongoClient, MongoError } from 'mongodb';
import { answered } from '#read-store/mongodb/availability.js';
import { ReadStoreUnavailable } from '#read-store/read-store.js';
import { type DataKey, type DataKeys, type KeyStore, KeyStoreUnavailable } from '../key-store.js';
import { type MasterKeys, newKey, type WrappedKey } from '../master-keys.js';

/** `wrapped` is missing once the key is destroyed. */
type StoredKey = Readonly<{ _id: string; destroyedAt?: Date }> & Partial<WrappedKey>;

const COLLECTION = 'subject_keys';
const PATIENCE_MS = 3_000;
const DUPLICATE_KEY = 11_000;
const BATCH = 1_000;

/**
 * Opens the keys in a collection of the database that the URI names (else `annals`), for servers that have no disk in
 * common, and wraps with the current master key what an older one had wrapped.
 * @throws WrongMasterKey, KeyStoreUnavailable
 */
export const openMongoKeyStore = async (
  options: Readonly<{ uri: string; database?: string; masterKeys: MasterKeys }>,
): Promise<KeyStore> => {
  const { uri, database, masterKeys } = options;
  const client = new MongoClient(uri, {
    appName: 'annals',
    // A key must be there before its event is, and gone for good once it is destroyed: on a majority, flushed.
    writeConcern: { w: 'majority', journal: true },
    readPreference: 'primary',
    retryWrites: false,
    serverSelectionTimeoutMS: PATIENCE_MS,
    connectTimeoutMS: PATIENCE_MS,
    socketTimeoutMS: 60_000,
  });
  const namesDatabase = /^[^/]*\/\/[^/]*\/[^?]/.test(uri);
  const keys = client.db(database ?? (namesDatabase ? undefined : 'annals')).collection<StoredKey>(COLLECTION);
  const store = new MongoKeyStore(client, keys, masterKeys);
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
    private readonly masterKeys: MasterKeys,
  ) {}

  async obtain(subjects: readonly string[]): Promise<DataKeys> {
    const known = await this.find(subjects);
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
    return this.find(subjects);
  }

  async find(subjects: readonly string[]): Promise<DataKeys> {
    const found = await attempt(() => this.keys.find({ _id: { $in: [...subjects] } }).toArray());
    return new Map<string, DataKey | null>(
      found.map((key) => [key._id, isLive(key) ? this.masterKeys.unwrap(key._id, key) : null]),
    );
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
    const sample = await attempt(() => this.keys.findOne({ master: current }));
    if (sample && isLive(sample)) this.masterKeys.unwrap(sample._id, sample);
    for (;;) {
      const filter = { master: { $exists: true, $ne: current } };
      const old = await attempt(() => this.keys.find(filter).limit(BATCH).toArray());
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

  private async write(operations: AnyBulkWriteOperation<StoredKey>[]): Promise<void> {
    await attempt(async () => {
      try {
        await this.keys.bulkWrite(operations, { ordered: false });
      } catch (error) {
        // Two processes made the key of one subject at once: the first has made it.
        const isRace = error instanceof MongoBulkWriteError && error.code === DUPLICATE_KEY;
        if (!isRace) throw error;
      }
    });
  }
}

const isLive = (key: StoredKey): key is StoredKey & WrappedKey => key.wrapped !== undefined && key.master !== undefined;

const attempt = async <T>(operation: () => Promise<T>): Promise<T> => {
  try {
    return await answered(operation);
  } catch (error) {
    if (!(error instanceof ReadStoreUnavailable) && !(error instanceof MongoError)) throw error;
    throw new KeyStoreUnavailable(`The key store cannot be used: ${error.message}`, { cause: error });
  }
};
