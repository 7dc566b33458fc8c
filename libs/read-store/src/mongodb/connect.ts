import { type Db, type DbOptions, MongoClient, ReadConcern } from 'mongodb';
import { ReadStoreUnavailable } from '../read-store.js';
import { type InOrder, inCausalOrder } from './causal-order.js';

export type MongoOptions = Readonly<{
  uri: string;
  /** Else the one that the URI names, else `annals`. */
  database?: string;
}>;

const PATIENCE_MS = 3_000;

/** Of the database, not of the client: there options of the URI would come first. */
const DURABLE: DbOptions = {
  writeConcern: { w: 'majority' },
  // Not what the primary alone has: what is decided by that would stay when it is lost with the primary.
  readConcern: new ReadConcern('majority'),
  // Whoever has written reads what was written.
  readPreference: 'primary',
};

export type MongoConnection = Readonly<{ client: MongoClient; db: Db; inOrder: InOrder }>;

/** A client and the database that the options name; nothing is sent yet. @throws ReadStoreUnavailable on a bad URI */
export const connectMongo = ({ uri, database }: MongoOptions): MongoConnection => {
  const client = clientOf(uri);
  const namesDatabase = /^[^/]*\/\/[^/]*\/[^?]/.test(uri);
  const db = client.db(database ?? (namesDatabase ? undefined : 'annals'), DURABLE);
  return { client, db, inOrder: inCausalOrder(client) };
};

const clientOf = (uri: string): MongoClient => {
  try {
    return new MongoClient(uri, {
      appName: 'annals',
      // Every write here is harmless to repeat, and we do; not every compatible server knows the driver's way.
      retryWrites: false,
      ignoreUndefined: true,
      useBigInt64: true,
      serverSelectionTimeoutMS: PATIENCE_MS,
      connectTimeoutMS: PATIENCE_MS,
      socketTimeoutMS: 60_000,
    });
  } catch (error) {
    throw new ReadStoreUnavailable(`The MongoDB URI is not valid: ${(error as Error).message}`, { cause: error });
  }
};
