import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { openMongoReadStore } from '#read-store/mongodb/mongo-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';

const uri = process.env.MONGODB_URI ?? '';
let databases = 0;

export const isMongoThere = uri !== '';

/** An empty store of its own. Close it, then remove it. */
export type Opened = Readonly<{ store: ReadStore; remove: () => Promise<void> }>;

export const embedded = async (): Promise<Opened> => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-figures-'));
  const store = await openEmbeddedReadStore({ directory });
  return { store, remove: async () => rmSync(directory, { recursive: true }) };
};

export const mongo = async (): Promise<Opened> => {
  databases += 1;
  const database = `annals_figures_${process.pid}_${databases}`;
  const store = await openMongoReadStore({ uri, database });
  return {
    store,
    remove: async () => {
      const client = new MongoClient(uri);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
};

/** The stores that are there. On MongoDB a history takes so many times as long. */
export const STORES = [
  { name: 'the embedded store', open: embedded, slower: 1 },
  ...(isMongoThere ? [{ name: 'MongoDB', open: mongo, slower: 10 }] : []),
];
