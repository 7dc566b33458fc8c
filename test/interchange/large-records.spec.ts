import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEventStoreDb } from '#event-store/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { folderOf, importing, newStores, ORGANISATION, PROCESSES, type Stores, storesOn } from './folder-stores.js';

const HEAD = 'deal_id,occurred_at,event,process_id,amount,owner_id,customer_id,reason\n';
const day = (n: number): string => new Date(Date.UTC(2020, 0, n)).toISOString();
const opened = (id: string): string => `${id},${day(2)},opened,p,1000,ann,acme,\n`;

/** A deal that was lost and reopened again and again, each time for a long reason. */
const longStory = (id: string, chapters: number, reason: string): string =>
  Array.from(
    { length: chapters },
    (_, n) => `${id},${day(3 + n)},${n % 2 === 0 ? 'lost' : 'reopened'},,,,,${reason} ${n}\n`,
  ).join('');

const folderWith = (dealEvents: string): string => {
  const folder = folderOf({
    ...ORGANISATION,
    customers: `id,name,owner_id,created_at\nacme,Acme,ann,${day(1)}\n`,
    deal_events: HEAD + dealEvents,
  });
  writeFileSync(join(folder, 'processes.json'), PROCESSES);
  return folder;
};

describe('large records, imported', () => {
  const double = new EventStoreDbDouble();
  let stores: Readonly<Record<'embedded' | 'eventstoredb', Stores>>;
  beforeAll(async () => {
    await double.start();
    const eventstoredb = storesOn(await openEventStoreDb({ connectionString: double.connectionString }));
    stores = { embedded: await newStores(), eventstoredb };
  });
  afterAll(async () => {
    for (const { events } of Object.values(stores)) await events.close();
    double.stop();
  });

  it.each(['embedded', 'eventstoredb'] as const)('are as large as their rows say, in the log of %s', async (kind) => {
    const target = stores[kind];
    const large = folderWith(opened('large') + longStory('large', 200, '漢'.repeat(3_000)));
    expect(await importing(large, target)).toMatchObject({ counts: { rejected: 0 } });
    const facts = await target.events.readStream('deal-large');
    expect(facts).toHaveLength(201);
    expect(facts.at(-1)?.data.reason).toBe(`${'漢'.repeat(3_000)} 199`);
    const head = await target.events.head();
    expect(await importing(large, target)).toMatchObject({ counts: { rejected: 0, accepted: 0 } });
    expect(await target.events.head()).toBe(head);
  });

  it.each(['embedded', 'eventstoredb'] as const)('lose a row that no log takes, and it alone: %s', async (kind) => {
    const target = stores[kind];
    const huge = folderWith(opened('huge') + longStory('huge', 1, 'x'.repeat(1_100_000)) + opened('next'));
    const report = await importing(huge, target);
    expect(report).toMatchObject({
      counts: { rejected: 1 },
      rejected: [{ reason: expect.stringMatching(/^TooLarge/) }],
    });
    expect(await target.events.readStream('deal-huge')).toHaveLength(1);
    expect(await target.events.readStream('deal-next')).toHaveLength(1);
  });
});
