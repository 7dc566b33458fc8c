import { projections } from '#composition/catalogue.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import { project } from './delivered-history.js';
import type { Fact } from './generated-history.js';
import { embedded, type Opened } from './opened-stores.js';

/** Read models of these facts, for as long as the check takes. */
export const withStore = async (
  facts: readonly Fact[],
  check: (store: ReadStore, readModels: ReadModels) => Promise<void>,
  open: () => Promise<Opened> = embedded,
): Promise<void> => {
  const { store, remove } = await open();
  try {
    await project(facts, store, projections);
    await check(store, new ReadModels(store, new Progress()));
  } finally {
    await store.close();
    await remove();
  }
};
