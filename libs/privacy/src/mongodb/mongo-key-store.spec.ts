import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, describe } from 'vitest';
import { keepsKeys } from '#test/contract/key-store.contract.js';
import { openMongoKeyStore } from './mongo-key-store.js';

const uri = process.env.MONGODB_URI ?? '';
const prefix = `annals_keys_${randomUUID().slice(0, 8)}`;

describe.skipIf(!uri)('the MongoDB key store', () => {
  const names = new Set<string>();
  afterAll(async () => {
    const client = new MongoClient(uri);
    for (const name of names) await client.db(name).dropDatabase();
    await client.close();
  });

  keepsKeys((name, masterKeys) => {
    const database = `${prefix}_${name}`;
    names.add(database);
    return openMongoKeyStore({ uri, database, masterKeys });
  });
});
