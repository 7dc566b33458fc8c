import { afterAll, beforeAll, describe } from 'vitest';
import type { ReadStore } from '#read-store/read-store.js';
import type { ReadStoreHarness, ReadStoreUnderTest } from './read-store-fixture.js';
import { leasesAndCheckpoints } from './read-store-leases.js';
import { agreesWithAModel } from './read-store-model.js';
import { pagesAndSums } from './read-store-reads.js';
import { documentsAndPositions } from './read-store-writes.js';
import { writingOrder } from './read-store-writing-order.js';

/** What every read store does, sentence by sentence of the port. */
export const readStoreContract = (name: string, harness: ReadStoreHarness): void => {
  describe(`${name} as a read store`, () => {
    let underTest: ReadStoreUnderTest;
    beforeAll(async () => {
      underTest = await harness.start();
    });
    afterAll(async () => {
      await underTest?.stop();
    });
    const store = (): ReadStore => underTest.store;

    documentsAndPositions(store);
    pagesAndSums(store);
    writingOrder(store);
    leasesAndCheckpoints(store);
    agreesWithAModel(store);
  });
};
