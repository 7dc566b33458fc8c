import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { EventStore } from '#event-store/event-store.js';
import { openEventStoreDb } from '#event-store/eventstoredb/eventstoredb-event-store.js';
import { newEvent } from '../contract/event-store.fixtures.js';

let server: ChildProcess | undefined;
let store: EventStore | undefined;
afterEach(async () => {
  server?.kill('SIGCONT');
  await store?.close();
  server?.kill('SIGKILL');
});

// A stopped process reads nothing, so appends pile up in the driver's stream; when the connection is then given up, the
// driver rejects what waits there on promises that nobody holds. Vitest fails the run on such a rejection.
it('survives a server process that stops reading while many large appends are under way', async () => {
  server = spawn(process.execPath, [fileURLToPath(new URL('./serve-eventstoredb-double.js', import.meta.url))]);
  const printed = server.stdout ? String((await once(server.stdout, 'data'))[0]).trim() : '';
  store = await openEventStoreDb({
    connectionString: `${printed}&keepAliveInterval=500&keepAliveTimeout=500`,
    callMs: 1_000,
    giveUpMs: 20_000,
  });
  await store.append('note-0', 'no_stream', [newEvent()]);
  server.kill('SIGSTOP');
  const text = 'x'.repeat(10_000);
  const open = store;
  const appends = Array.from({ length: 300 }, (_, n) =>
    open.append(`note-${n + 1}`, 'no_stream', [newEvent('note-taken.v1', { text })]),
  );
  setTimeout(() => server?.kill('SIGCONT'), 3_000);
  expect(await Promise.all(appends)).toHaveLength(300);
  expect(await store.readAll({ limit: 1_000 })).toHaveLength(301);
});
