import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoreContract } from '#test/contract/read-store.contract.js';
import { openEmbeddedReadStore } from './embedded-read-store.js';

readStoreContract('the embedded store', {
  start: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'annals-read-store-'));
    const store = await openEmbeddedReadStore({ directory });
    return {
      store,
      stop: async () => {
        await store.close();
        rmSync(directory, { recursive: true });
      },
    };
  },
});
