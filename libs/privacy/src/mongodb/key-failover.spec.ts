import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { CARELESS, type Command, found, MongoDbDouble } from '#test/mongodb-double/mongodb-double.js';
import { type KeyStore, KeyStoreUnavailable } from '../key-store.js';
import { MasterKeys, newKey } from '../master-keys.js';
import { openMongoKeyStore } from './mongo-key-store.js';

const masterKeys = new MasterKeys([{ id: 'master', secret: randomBytes(32) }]);
const stored = { _id: 'a', ...masterKeys.wrap('a', newKey()) };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A primary that has the key of `a`; a majority has it as `majorityHas` says of the commands until then. */
const opened = async (
  majorityHas: (earlier: readonly Command[]) => boolean,
  options = '',
): Promise<readonly [KeyStore, MongoDbDouble]> => {
  const server: MongoDbDouble = await MongoDbDouble.start((command) => {
    if (!command.find) return { n: 1, nModified: 0 };
    if (!command.filter._id) return found();
    const isLocal = command.readConcern?.level !== 'majority';
    return isLocal || majorityHas(server.commands) ? found(stored) : found();
  });
  closing.push(() => server.stop());
  const store = await openMongoKeyStore({ uri: `${server.uri}${options}`, masterKeys });
  closing.push(() => store.close());
  server.commands.length = 0;
  return [store, server];
};

const updatesIn = (commands: readonly Command[]): readonly Command[] => commands.filter(({ update }) => update);
const durably = { w: 'majority', j: true };

describe('the MongoDB key store, when the primary may be about to lose what only it has', () => {
  it('uses no key before a majority has it', async () => {
    const [store, { commands }] = await opened((earlier) => updatesIn(earlier).length > 0);
    expect((await store.obtain(['a'])).get('a')).toHaveLength(32);
    const [made, ...others] = updatesIn(commands);
    expect(made).toMatchObject({ writeConcern: durably, updates: [{ q: { _id: 'a' }, upsert: true }] });
    expect(others).toEqual([]);
  });

  it('calls no key missing before the primary knows what a majority has', async () => {
    const [store, { commands }] = await opened((earlier) => updatesIn(earlier).length > 0);
    expect((await store.find(['a'])).get('a')).toHaveLength(32);
    const [awaited, ...others] = updatesIn(commands);
    expect(awaited).toMatchObject({ writeConcern: durably, updates: [{ q: { _id: '' } }] });
    expect(awaited?.updates[0].upsert ?? false).toBe(false);
    expect(others).toEqual([]);
  });

  it('fails rather than to take a key for destroyed that it has made and cannot read', async () => {
    const [store] = await opened(() => false);
    await expect(store.obtain(['a'])).rejects.toThrow(KeyStoreUnavailable);
  });

  it('does so whatever the URI says', async () => {
    const [store, { commands }] = await opened(() => false, CARELESS);
    await store.find(['a']);
    expect(commands.map(({ $readPreference }) => $readPreference?.mode ?? 'primary')).toEqual(
      commands.map(() => 'primary'),
    );
    expect(commands.map(({ readConcern, writeConcern }) => readConcern?.level ?? writeConcern)).toEqual([
      ...['majority', durably, 'majority'],
    ]);
  });
});
