import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealStoreContract } from '#test/contract/seal-store.contract.js';
import { keyOf, SealedLog } from '#test/tamper-evidence/sealed-log.js';
import type { SealStore } from '../seal-store.js';
import { openSealFile } from './seal-file.js';

let directory = '';
const opened: SealStore[] = [];
const open = async (): Promise<SealStore> => {
  const store = await openSealFile({ directory });
  opened.push(store);
  return store;
};

sealStoreContract('A file', {
  open: () => {
    directory = mkdtempSync(join(tmpdir(), 'annals-seals-'));
    return open();
  },
  reopen: open,
  dispose: async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(directory, { recursive: true });
  },
});

it('goes on where a line was torn', async () => {
  const log = new SealedLog();
  await log.append(600);
  await log.seal(keyOf('k1'));
  appendFileSync(log.sealFile, '{"number":3,"log":"0000');
  expect(await log.verify(keyOf('k1'))).toMatchObject({ valid: true, sealed: { events: 600 } });
  await log.append(100);
  await log.seal(keyOf('k1'));
  expect(await log.verify(keyOf('k1'))).toMatchObject({ valid: true, sealed: { events: 700, seals: 3 } });
  log.dispose();
});
