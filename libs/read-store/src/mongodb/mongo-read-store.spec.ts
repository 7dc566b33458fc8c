import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { readStoreContract } from '#test/contract/read-store.contract.js';
import { ReadStoreUnavailable } from '../read-store.js';
import { openMongoReadStore } from './mongo-read-store.js';

const uri = process.env.MONGODB_URI ?? '';
const database = `annals_read_store_${process.pid}`;

describe.skipIf(uri === '')('On a real server', () => {
  readStoreContract('MongoDB', {
    start: async () => {
      const store = await openMongoReadStore({ uri, database });
      return {
        store,
        stop: async () => {
          await store.close();
          const client = new MongoClient(uri);
          await client.db(database).dropDatabase();
          await client.close();
        },
      };
    },
  });
});

describe('the MongoDB store', () => {
  it('says within seconds that no server answers', async () => {
    const started = Date.now();
    await expect(openMongoReadStore({ uri: 'mongodb://127.0.0.1:9/' })).rejects.toThrow(ReadStoreUnavailable);
    expect(Date.now() - started).toBeLessThan(6_000);
  });

  it('says what is wrong with a URI', async () => {
    await expect(openMongoReadStore({ uri: 'nonsense' })).rejects.toThrow(/URI is not valid/);
  });
});
