import { type Db, MongoClient } from 'mongodb';
import { ReadStoreUnavailable } from '../read-store.js';

export type MongoOptions = Readonly<{
  uri: string;
  /** Else the one that the URI names, else `annals`. */
  database?: string;
}>;

const PATIENCE_MS = 3_000;

/** A client and the database that the options name; nothing is sent yet. @throws ReadStoreUnavailable on a bad URI */
export const connectMongo = ({ uri, database }: MongoOptions): Readonly<{ client: MongoClient; db: Db }> => {
  const client = clientOf(uri);
  const namesDatabase = /^[^/]*\/\/[^/]*\/[^?]/.test(uri);
  return { client, db: client.db(database ?? (namesDatabase ? undefined : 'annals')) };
};

const clientOf = (uri: string): MongoClient => {
  try {
    return new MongoClient(uri, {
      appName: 'annals',
      writeConcern: { w: 'majority' },
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
