import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventStore } from '#event-store/event-store.js';
import { openEventStoreDb } from '#event-store/eventstoredb/eventstoredb-event-store.js';
import { openSealFile } from '#tamper-evidence/embedded/seal-file.js';
import type { SealStore } from '#tamper-evidence/seal-store.js';
import { verifyLog } from '#tamper-evidence/verify-log.js';
import { appendBehind } from '#test/contract/event-store.fixtures.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { keyOf, sealAll, someEvents } from './sealed-log.js';

const keys = keyOf('k1');
let directory: string;
let double: EventStoreDbDouble;
let events: EventStore;
let seals: SealStore;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-tamper-esdb-'));
  double = new EventStoreDbDouble();
  await double.start();
  events = await openEventStoreDb({ connectionString: double.connectionString });
  seals = await openSealFile({ directory });
  for (let n = 0; n < 30; n += 1) await appendBehind(events, `deal-${n % 4}`, someEvents(50));
  await sealAll(events, seals, keys);
});
afterEach(async () => {
  await seals.close();
  await events.close();
  double.stop();
  rmSync(directory, { recursive: true });
});

const verification = () => verifyLog({ events, seals, keys, now: Date.now() });

/** The n-th event that a client wrote, as the server has it. */
const recorded = (n: number) => {
  const own = double.log.records.filter(({ type }) => !type.startsWith('$'));
  const event = own[n];
  if (event === undefined) throw new Error(`There is no event ${n}`);
  return { event, index: double.log.records.indexOf(event) };
};

it('verifies a log whose positions have gaps', async () => {
  expect(await verification()).toMatchObject({ valid: true, events: 1_500, sealed: { events: 1_500 } });
});

it('names an event that was changed on the server', async () => {
  const { event, index } = recorded(777);
  double.log.records[index] = { ...event, data: Buffer.from('{"n":1,"text":"forged"}') };
  expect((await verification()).brokenAt).toMatchObject({
    what: 'changed',
    position: String(event.position),
    stream: event.stream,
    revision: String(event.revision),
  });
});

it('names an event that was deleted on the server, and where the tail was cut off', async () => {
  const { event, index } = recorded(1_000);
  double.log.records.splice(index, 1);
  expect((await verification()).brokenAt).toMatchObject({ what: 'deleted', position: String(event.position) });
  const cut = recorded(600);
  double.log.records.splice(cut.index);
  expect((await verification()).brokenAt).toMatchObject({
    what: 'tail-removed',
    position: String(cut.event.position),
  });
});
