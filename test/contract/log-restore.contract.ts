import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import { CannotRestore, type LogRestore } from '#event-store/log-restore.js';

/** How an adapter is brought up for the contract. */
export type LogRestoreHarness = Readonly<{
  /** Makes an empty log. */
  make(): Promise<void>;
  /** Opens the log to restore into. */
  open(): Promise<LogRestore>;
  /** Opens the log as what it then is. */
  openStore(): Promise<EventStore>;
  dispose(): Promise<void>;
}>;

const ORIGIN = { source: 'a.log', logId: '0b4f1c9e-7d1e-4d8e-9b0e-3a4f8a6b7c1d' };

const event = (position: bigint, stream: string, revision: bigint): StoredEvent => ({
  id: randomUUID(),
  type: 'note-taken.v1',
  data: { text: `${stream} ${revision}`, nested: [{ a: null, b: 0.1 }] },
  metadata: { actor: 'rep-1' },
  stream,
  revision,
  position,
  recordedAt: `2017-03-01T00:00:0${position % 10n}.000Z`,
});

const someEvents = (): readonly StoredEvent[] => [
  event(1n, 'note-1', 0n),
  event(2n, 'note-1', 1n),
  event(4n, 'note-2', 0n),
  event(5n, 'note-1', 2n),
  event(9n, 'note-2', 1n),
];

/** What every adapter of the log restore promises. */
export const logRestoreContract = (name: string, harness: LogRestoreHarness): void => {
  describe(`${name} as a log that is restored`, () => {
    let restore: LogRestore;
    beforeEach(async () => {
      await harness.make();
      restore = await harness.open();
    });
    afterEach(() => harness.dispose());

    const asKept = (events: readonly StoredEvent[], keepsPositions: boolean): readonly object[] =>
      keepsPositions ? events : events.map(({ position, ...rest }) => rest);

    const stored = async (): Promise<readonly object[]> => {
      const { keepsPositions } = restore;
      await restore.close();
      const store = await harness.openStore();
      const events = await store.readAll({ limit: 100 });
      const byStream = (await store.readStream('note-1')).map(({ id }) => id);
      expect(byStream).toEqual(events.filter(({ stream }) => stream === 'note-1').map(({ id }) => id));
      await store.close();
      return asKept(events, keepsPositions);
    };

    it('has the events with their ids, revisions, times and order', async () => {
      const events = someEvents();
      await restore.begin(ORIGIN);
      await restore.write(events.slice(0, 3));
      await restore.write(events.slice(3));
      expect(asKept(await restore.readAll({ limit: 10 }), restore.keepsPositions)).toEqual(
        asKept(events, restore.keepsPositions),
      );
      expect((await restore.readAll({ limit: 1, direction: 'backwards' }))[0]?.id).toBe(events.at(-1)?.id);
      await restore.finish();
      expect(await stored()).toEqual(asKept(events, restore.keepsPositions));
    });

    it('refuses a revision that does not follow', async () => {
      await restore.begin(ORIGIN);
      await restore.write(someEvents());
      await expect(restore.write([event(10n, 'note-2', 3n)])).rejects.toThrow(CannotRestore);
      await expect(restore.write([event(10n, 'note-2', 1n)])).rejects.toThrow(CannotRestore);
      await expect(restore.write([event(10n, 'note-3', 1n)])).rejects.toThrow(CannotRestore);
      await restore.write([event(10n, 'note-3', 0n)]);
      await restore.finish();
      expect(await stored()).toHaveLength(6);
    });

    it('goes on where it was broken off', async () => {
      const events = someEvents();
      await restore.begin(ORIGIN);
      await restore.write(events.slice(0, 2));
      await restore.close();
      restore = await harness.open();
      expect(await restore.readAll({ limit: 10 })).toHaveLength(2);
      await restore.begin(ORIGIN);
      await restore.write(events.slice(2));
      await restore.finish();
      expect(await stored()).toEqual(asKept(events, restore.keepsPositions));
    });
  });
};
