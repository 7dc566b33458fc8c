import { type Document, Timestamp } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { CARELESS, type Command, found, MongoDbDouble } from '#test/mongodb-double/mongodb-double.js';
import type { CollectionSpec, ReadStore, Write } from '../read-store.js';
import { openMongoReadStore } from './mongo-read-store.js';

type Card = Readonly<{ stage: string }>;

const cards: CollectionSpec<Card> = {
  name: 'cards',
  columns: { stage: 'text' },
  indexes: { byStage: ['stage'] },
};
const write: Write = { collection: cards, key: 'a', position: 7n, doc: { stage: 'won' } };
const checkpoints = [{ projection: 'board', position: 7n, epoch: 1 }];

/** What is on the primary, but on no other server yet: a read of what a majority has does not see it. */
const unreplicated = (command: Command, ...documents: Document[]): Document =>
  command.readConcern?.level === 'majority' ? found() : found(...documents);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const opened = async (
  answer: (command: Command) => Document,
  options = '',
): Promise<readonly [ReadStore, MongoDbDouble]> => {
  const server = await MongoDbDouble.start(answer);
  closing.push(() => server.stop());
  const store = await openMongoReadStore({ uri: `${server.uri}${options}` });
  closing.push(() => store.close());
  return [store, server];
};

const written = { n: 1, nModified: 1 };
const readWhole = async (store: ReadStore): Promise<void> => {
  const collection = store.collection(cards);
  await collection.get('a');
  await collection.scan({ index: 'byStage' }, { limit: 5 });
  await collection.find([{ index: 'byStage' }], { limit: 5 });
  await collection.sum([{ index: 'byStage' }], { groupBy: [], sums: [] });
  await store.checkpoint('board');
  await store.checkpoints('board');
  await store.leaseOf('board');
  await store.leases('board');
};

describe('the MongoDB store, when the primary may be about to lose what only it has', () => {
  it('writes a document again that a failed commit left on the primary alone', async () => {
    const [store, server] = await opened((command) =>
      command.find === 'cards' ? unreplicated(command, { _id: 'a', _position: 7n }) : command.find ? found() : written,
    );
    await store.commit({ writes: [write], checkpoints });
    const inserts = server.commands.filter(({ insert }) => insert === 'cards');
    expect(inserts.map(({ documents, writeConcern }) => [documents[0]._id, writeConcern])).toEqual([
      ['a', { w: 'majority' }],
    ]);
  });

  it('does not move the checkpoint when it is not known that a majority has the documents', async () => {
    const [store, server] = await opened((command) => {
      if (command.find) return found();
      if (command.insert !== 'cards') return written;
      return {
        ...{ n: 0, writeErrors: [{ index: 0, code: 11_000, errmsg: 'duplicate key' }] },
        writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
      };
    });
    await expect(store.commit({ writes: [write], checkpoints })).rejects.toThrow(/waiting for replication/);
    expect(server.commands.filter(({ update }) => update === '_checkpoints')).toEqual([]);
  });

  it('reads only what a majority has', async () => {
    const [store, server] = await opened(() => found());
    await readWhole(store);
    expect(server.commands.length).toBeGreaterThanOrEqual(8);
    expect(new Set(server.commands.map(({ readConcern }) => readConcern?.level))).toEqual(new Set(['majority']));
  });

  it('reads on a new primary no less than what it has written or read before', async () => {
    const time = new Timestamp({ t: 1_700_000_000, i: 3 });
    const [store, server] = await opened((command) => ({
      ...(command.find || command.aggregate ? found() : written),
      operationTime: command.update ? time : new Timestamp({ t: 1_600_000_000, i: 1 }),
    }));
    await store.commit({ writes: [], checkpoints });
    server.commands.length = 0;
    await readWhole(store);
    expect(server.commands.length).toBeGreaterThanOrEqual(8);
    const after = server.commands.map(({ readConcern }) => readConcern?.afterClusterTime?.toString());
    expect(new Set(after)).toEqual(new Set([time.toString()]));
  });

  it('does so whatever the URI says', async () => {
    const [store, { commands }] = await opened((command) => (command.update ? written : found()), CARELESS);
    await readWhole(store);
    await store.commit({ writes: [], checkpoints });
    expect(new Set(commands.map(({ $readPreference }) => $readPreference?.mode ?? 'primary'))).toEqual(
      new Set(['primary']),
    );
    const reads = commands.filter(({ update }) => !update);
    expect(new Set(reads.map(({ readConcern }) => readConcern?.level))).toEqual(new Set(['majority']));
    const writes = commands.filter(({ update }) => update);
    expect(writes.map(({ writeConcern }) => writeConcern)).toEqual([{ w: 'majority' }]);
  });
});
