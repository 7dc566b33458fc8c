import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { type EventStore, EventStoreCorrupt, type NewEvent, type StoredEvent } from '#event-store/event-store.js';
import { openEventStoreDb } from '#event-store/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { openEmbeddedKeyStore } from './embedded/embedded-key-store.js';
import { encryptPersonalData } from './encrypt-personal-data.js';
import { KeyRing } from './key-ring.js';
import type { KeyStore } from './key-store.js';
import { masterKeysOf } from './master-keys.js';
import { personalCatalogue, sealed, unsealed } from './personal-fields.js';

const catalogue = personalCatalogue([
  {
    types: { PersonAdded: 'person-added.v1', PersonPaid: 'person-paid.v1' },
    personal: { PersonAdded: { subject: 'personId', fields: ['name', 'contacts', 'home.street'] } },
  },
]);
const root = mkdtempSync(join(tmpdir(), 'annals-privacy-'));
let keyStore: KeyStore;
let keys: KeyRing;

const person = (personId: string | null, data: NewEvent['data'] = {}): NewEvent => ({
  id: randomUUID(),
  type: 'person-added.v1',
  data: { personId, name: 'Zoe', contacts: [{ email: 'zoe@example.com' }], home: { street: 'Elm', zip: '1' }, ...data },
  metadata: {},
});
const asErased = { name: 'erased', contacts: [], home: { street: 'erased', zip: '1' } };

beforeAll(async () => {
  keyStore = await openEmbeddedKeyStore({ directory: root, masterKeys: masterKeysOf(null, root) });
  keys = new KeyRing(keyStore);
});

afterAll(async () => {
  await keyStore.close();
  rmSync(root, { recursive: true });
});

const double = new EventStoreDbDouble();
const stores: readonly (readonly [string, () => Promise<EventStore>])[] = [
  ['embedded', () => openEmbeddedEventStore({ directory: join(root, 'log') })],
  [
    'EventStoreDB',
    async () => {
      await double.start();
      return openEventStoreDb({ connectionString: double.connectionString });
    },
  ],
];

describe.each(stores)('personal data in the log (%s)', (kind, open) => {
  let log: EventStore;
  let events: EventStore;

  beforeAll(async () => {
    log = await open();
    events = encryptPersonalData(log, keys, catalogue);
  });
  afterAll(async () => {
    await events.close();
    if (kind === 'EventStoreDB') await double.stop();
  });

  it('reads as it was appended, and is stored as if erased', async () => {
    const [added, nobody] = [person(`a-${kind}`), person(null)];
    const paid = { ...person('a'), type: 'person-paid.v1' };
    await events.append(`person-${kind}`, 'no_stream', [added, nobody, paid]);
    const read = await events.readStream(`person-${kind}`);
    expect(read.map(({ data }) => data)).toEqual([added.data, nobody.data, paid.data]);
    const [stored, ...plain] = await log.readStream(`person-${kind}`);
    expect(stored?.data).toMatchObject({ personId: `a-${kind}`, ...asErased });
    expect(JSON.stringify(stored?.data)).not.toMatch(/Zoe|zoe|Elm/);
    expect(plain.map(({ data }) => data)).toEqual([nobody.data, paid.data]);
  });

  it('is erased wherever it is read once the key is destroyed, and is not kept when it comes later', async () => {
    const [subject, stream] = [`b-${kind}`, `erased-${kind}`];
    const before = person(subject);
    const { revision } = await events.append(stream, 'no_stream', [before]);
    await keys.destroy(subject);
    await events.append(stream, revision, [person(subject)]);
    const expected = [1, 2].map(() => ({ personId: subject, ...asErased }));
    const dataOf = (read: readonly StoredEvent[]) =>
      read.filter((event) => event.stream === stream).map(({ data }) => data);
    expect(dataOf(await events.readStream(stream))).toEqual(expected);
    expect(dataOf(await events.readAll({ limit: 100 }))).toEqual(expected);
    const followed: StoredEvent[] = [];
    for await (const page of events.subscribe({ signal: AbortSignal.timeout(20_000) })) {
      followed.push(...page.events);
      if (page.caughtUp) break;
    }
    expect(dataOf(followed)).toEqual(expected);
    // Also for another process, that never had the key.
    const other = encryptPersonalData(log, new KeyRing(keyStore), catalogue);
    expect(dataOf(await other.readStream(stream))).toEqual(expected);
  });

  it('is refused to be read as erased when its key is merely not there', async () => {
    await events.append(`lost-${kind}`, 'no_stream', [person(`lost-${kind}`)]);
    const directory = mkdtempSync(join(root, 'others-'));
    const others = await openEmbeddedKeyStore({ directory, masterKeys: masterKeysOf(null, root) });
    const without = encryptPersonalData(log, new KeyRing(others), catalogue);
    await expect(without.readStream(`lost-${kind}`)).rejects.toThrow(/restore the key store/);
    await others.close();
  });
});

describe('a sealed event', () => {
  const key = Buffer.alloc(32, 7);
  const stored = (event: NewEvent): StoredEvent => ({
    ...(JSON.parse(JSON.stringify(event)) as NewEvent),
    ...{ stream: 's', revision: 0n, position: 1n, recordedAt: '2017-01-01T00:00:00.000Z' },
  });

  it('opens to what it was, whatever it says', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(null));
    const data = fc.record({ name: text, contacts: fc.array(fc.dictionary(fc.string(), text)), street: text });
    fc.assert(
      fc.property(data, ({ street, ...said }) => {
        const event = person('a', JSON.parse(JSON.stringify({ ...said, home: { street, zip: '1' } })));
        const opened = unsealed(stored(sealed(catalogue, event, 'a', key)), key);
        expect(opened.data).toEqual(event.data);
        expect(Object.keys(opened.data)).toEqual(Object.keys(event.data));
      }),
    );
  });

  it('does not open once a bit of it was changed, nor in the place of another', () => {
    const event = stored(sealed(catalogue, person('a'), 'a', key));
    const { $personal, ...data } = event.data as Record<string, { of: string; fields: string[]; sealed: string }>;
    if (!$personal) throw new Error('Nothing is sealed');
    const bytes = Buffer.from($personal.sealed, 'base64');
    const open =
      (change: object, id = event.id) =>
      () =>
        unsealed(
          { ...event, id, data: { ...data, $personal: { ...$personal, ...change } } as StoredEvent['data'] },
          key,
        );
    for (let at = 0; at < bytes.length; at += 1) {
      const tampered = Buffer.from(bytes);
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(open({ sealed: tampered.toString('base64') })).toThrow(EventStoreCorrupt);
    }
    expect(open({ sealed: '' })).toThrow(EventStoreCorrupt);
    expect(open({ fields: [...$personal.fields].reverse() })).toThrow(EventStoreCorrupt);
    expect(open({}, randomUUID())).toThrow(EventStoreCorrupt);
    expect(open({})().data).toEqual(person('a').data);
  });
});
