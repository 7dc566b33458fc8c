import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventText } from '#event-store/event-store.js';
import { type Seal, seal } from '#tamper-evidence/seal.js';
import { SealConflict, type SealStore } from '#tamper-evidence/seal-store.js';
import { keyOf } from '#test/tamper-evidence/sealed-log.js';

export type SealStoreHarness = Readonly<{
  /** A store without seals. */
  open(): Promise<SealStore>;
  /** Another instance on what the last `open` has kept. */
  reopen(): Promise<SealStore>;
  /** Closes what is open and removes what was kept. */
  dispose(): Promise<void>;
}>;

const LOG = randomUUID();

/** A chain of so many seals, over events whose positions have gaps as those of a server have. */
const chain = (length: number, from: Seal | null = null): readonly Seal[] => {
  const made: Seal[] = [];
  for (let n = 0; n < length; n += 1) {
    const previous = made.at(-1) ?? from;
    const start = BigInt(previous?.last ?? 9_007_199_254_740_993n);
    const events = [1n, 5_000_000_000n].map(
      (step, revision): EventText => ({
        position: start + step,
        stream: 'deal-1',
        revision: BigInt(revision),
        id: randomUUID(),
        type: 'deal-noted.v1',
        recordedAt: 1_488_326_400_000,
        data: '{"text":"漢字"}',
        metadata: '{}',
      }),
    );
    made.push(seal(events, { previous, log: LOG, keys: keyOf('k1'), at: '2017-03-01T00:00:00.000Z' }));
  }
  return made;
};

const allOf = async (store: SealStore): Promise<readonly Seal[]> => {
  const found: Seal[] = [];
  for await (const sealed of store.all()) found.push(sealed);
  return found;
};

/** What every store of seals promises. */
export const sealStoreContract = (name: string, harness: SealStoreHarness): void => {
  describe(`${name} as a store of seals`, () => {
    let store: SealStore;
    beforeEach(async () => {
      store = await harness.open();
    });
    afterEach(() => harness.dispose());

    it('begins without any', async () => {
      expect([await store.last(), await allOf(store)]).toEqual([null, []]);
    });

    it('gives back what it was given, in order, also to who opens it later', async () => {
      const seals = chain(25);
      await store.append(seals.slice(0, 20));
      await store.append(seals.slice(20));
      expect(await allOf(store)).toEqual(seals);
      const later = await harness.reopen();
      expect([await later.last(), await allOf(later)]).toEqual([seals[24], seals]);
    });

    it('refuses a seal that does not follow the last one, and keeps what is there', async () => {
      const seals = chain(3);
      await store.append(seals.slice(0, 2));
      const [, , third] = seals;
      const [rival] = chain(1, seals[0]);
      await expect(store.append(chain(1))).rejects.toThrow(SealConflict);
      await expect(store.append(rival ? [rival] : [])).rejects.toThrow(SealConflict);
      await expect(store.append(chain(1, third))).rejects.toThrow(SealConflict);
      expect(await allOf(store)).toEqual(seals.slice(0, 2));
    });
  });
};
