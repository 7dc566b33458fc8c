import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { faultyEventStore } from '#testing/faulty-event-store.js';
import { type NotebookEvent, notebookDecider } from '#testing/notebook.js';
import type { Projection } from './projection.js';
import { Samples } from './sample.js';

const notes: Projection<NotebookEvent, { notes: number }> = {
  name: 'notes',
  version: 1,
  types: ['NoteTaken'],
  documents: { name: 'notes_v1', columns: {}, indexes: {} },
  keyOf: ({ stream }) => stream,
  evolve: (before) => ({ doc: { notes: (before?.notes ?? 0) + 1 } }),
};

it("a projection's first own events are found behind pages of the log that are short", async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-sample-'));
  const store = await openEmbeddedEventStore({ directory });
  try {
    const metadata = { commandId: 'c', at: '2026-03-01T09:00:00.000Z', by: 'ann', source: 'api', correlationId: 'c' };
    const stored = (type: string, data: object) => ({ id: randomUUID(), type, data: { ...data }, metadata });
    const openings = Array.from({ length: 8 }, () => stored('notebook-opened.v1', { title: 'Notes' }));
    await store.append('notebook-n', 'no_stream', [...openings, stored('note-taken.v1', { text: 'a', before: 0 })]);
    // As a store gives of large events.
    const short: EventStore = {
      ...faultyEventStore(store, () => 'none'),
      readAll: (options) => store.readAll({ ...options, limit: Math.min(options.limit, 3) }),
    };
    const samples = new Samples(short, new EventRegistry([notebookDecider]));
    expect(await samples.next(notes, null)).toMatchObject({ after: '8', seen: 1 });
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
});
