import { describe } from 'vitest';
import { connectMongo } from '#read-store/mongodb/connect.js';
import { sealStoreContract } from '#test/contract/seal-store.contract.js';
import type { SealStore } from '../seal-store.js';
import { openMongoSealStore } from './mongo-seal-store.js';

const uri = process.env.MONGODB_URI ?? '';
const database = `annals_seals_${process.pid}`;
const opened: SealStore[] = [];
const open = async (): Promise<SealStore> => {
  const store = await openMongoSealStore({ uri, database });
  opened.push(store);
  return store;
};

describe.skipIf(uri === '')('On a real server', () => {
  sealStoreContract('MongoDB', {
    open,
    reopen: open,
    dispose: async () => {
      for (const store of opened.splice(0)) await store.close();
      const { client, db } = connectMongo({ uri, database });
      await db.dropDatabase();
      await client.close();
    },
  });
});
