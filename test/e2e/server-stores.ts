import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';

const { MONGODB_URI, REDIS_URL } = process.env;
/** A database of Redis that no other spec uses. */
const REDIS_DATABASE = 12;

export const areServersThere = MONGODB_URI !== undefined && REDIS_URL !== undefined;

/** A double of EventStoreDB, a MongoDB database and a Redis database of their own, and all that they hold as text. */
export type ServerStores = Readonly<{
  variables: Readonly<Record<string, string>>;
  logText: () => string;
  readModelText: () => Promise<string>;
  jobsText: () => Promise<string>;
  drop: () => Promise<void>;
}>;

/** @throws when no servers are set */
export const startServerStores = async (): Promise<ServerStores> => {
  const uri = new URL(MONGODB_URI ?? '');
  uri.pathname = `/annals_${randomUUID().replaceAll('-', '')}`;
  const redisUrl = `${REDIS_URL}/${REDIS_DATABASE}`;
  const double = new EventStoreDbDouble();
  await double.start();
  const mongo = new MongoClient(uri.href);
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  return {
    variables: { ANNALS_EVENT_STORE: double.connectionString, MONGODB_URI: uri.href, REDIS_URL: redisUrl },
    logText: () =>
      double.log.records.map(({ data, metadata }) => `${Buffer.from(data)} ${Buffer.from(metadata)}`).join('\n'),
    readModelText: async () => {
      const collections = await mongo.db().collections();
      const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
      return JSON.stringify(documents);
    },
    jobsText: async () => {
      const texts: string[] = [];
      for (const key of await redis.keys('*')) {
        const type = await redis.type(key);
        if (type === 'hash') texts.push(JSON.stringify(await redis.hgetall(key)));
        else if (type === 'stream') texts.push(JSON.stringify(await redis.xrange(key, '-', '+')));
        else if (type === 'string') texts.push((await redis.get(key)) ?? '');
      }
      return texts.join('\n');
    },
    drop: async () => {
      await mongo.db().dropDatabase();
      await mongo.close();
      await redis.flushdb();
      redis.disconnect();
      double.stop();
    },
  };
};
