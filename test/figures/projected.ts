import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projections } from '#composition/catalogue.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { project } from './delivered-history.js';
import type { Fact } from './generated-history.js';

/** Read models of these facts, for as long as the check takes. */
export const withStore = async (
  facts: readonly Fact[],
  check: (store: ReadStore, readModels: ReadModels) => Promise<void>,
): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-figures-'));
  const store = await openEmbeddedReadStore({ directory });
  try {
    await project(facts, store, projections);
    await check(store, new ReadModels(store, new Progress()));
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};
