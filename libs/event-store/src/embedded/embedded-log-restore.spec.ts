import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newEvents } from '#test/contract/event-store.fixtures.js';
import { logRestoreContract } from '#test/contract/log-restore.contract.js';
import { openEmbeddedEventStore } from './embedded-event-store.js';
import { openEmbeddedLogRestore } from './embedded-log-restore.js';

let directory = '';
const make = async (): Promise<void> => {
  directory = mkdtempSync(join(tmpdir(), 'annals-restore-'));
};
const dispose = async (): Promise<void> => rmSync(directory, { recursive: true, force: true });

for (const keepPositions of [true, false]) {
  logRestoreContract(`The embedded log ${keepPositions ? 'with' : 'without'} the positions`, {
    make,
    open: () => openEmbeddedLogRestore({ directory, keepPositions }),
    openStore: () => openEmbeddedEventStore({ directory }),
    dispose,
  });
}

it('is not opened as a log while a restore has not ended, and then has the identity of the original', async () => {
  await make();
  const restore = await openEmbeddedLogRestore({ directory });
  await restore.begin({ source: '/backups/monday.log', logId: 'the-original' });
  await restore.close();
  await expect(openEmbeddedEventStore({ directory })).rejects.toThrow(/import of \/backups\/monday.log.*did not end/);
  const again = await openEmbeddedLogRestore({ directory });
  await again.finish();
  await again.close();
  const store = await openEmbeddedEventStore({ directory });
  expect(await store.logId()).toBe('the-original');
  await store.append('deal-1', 'no_stream', newEvents(1));
  await store.close();
  await dispose();
});
