import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { digestOf } from '#tamper-evidence/seal.js';
import { hashedEvents } from './hashed-events.js';
import type { RawEvent } from './timeline-page.js';

it('gives each event the digest that the seals of the log are made of', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-hashed-'));
  const log = await openEmbeddedEventStore({ directory });
  const written = [
    { name: 'Zoë “Z” Öz', amount: 12.5, nested: { b: [1, null, true], a: '\u0000' } },
    { 2: 'b', 1: 'a' },
  ];
  const events = written.map((data) => ({ id: randomUUID(), type: 'x.v1', data, metadata: { at: 'now', by: 'ann' } }));
  await log.append('customer-c', 'no_stream', events);
  const asked = events.map((_, revision) => ({ stream: 'customer-c', revision: String(revision) }) as RawEvent);
  const sealed = (await log.readText({ limit: 10 })).map(digestOf);
  expect((await hashedEvents(log, asked)).map(({ hash }) => hash)).toEqual(sealed);
  await log.close();
  rmSync(directory, { recursive: true });
});
