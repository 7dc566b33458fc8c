import { projections } from '#composition/catalogue.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import { project } from './delivered-history.js';
import type { Fact } from './generated-history.js';
import { embedded, type Opened } from './opened-stores.js';

export type Projected = Readonly<{ store: ReadStore; readModels: ReadModels; close: () => Promise<void> }>;

/** Read models of these facts, until they are closed. */
export const openProjected = async (
  facts: readonly Fact[],
  open: () => Promise<Opened> = embedded,
): Promise<Projected> => {
  const { store, remove } = await open();
  const close = async (): Promise<void> => {
    await store.close();
    await remove();
  };
  try {
    await project(facts, store, projections);
  } catch (error) {
    await close();
    throw error;
  }
  return { store, readModels: new ReadModels(store, new Progress()), close };
};

/** Read models of these facts, for as long as the check takes. */
export const withStore = async (
  facts: readonly Fact[],
  check: (store: ReadStore, readModels: ReadModels) => Promise<void>,
  open: () => Promise<Opened> = embedded,
): Promise<void> => {
  const { store, readModels, close } = await openProjected(facts, open);
  try {
    await check(store, readModels);
  } finally {
    await close();
  }
};
