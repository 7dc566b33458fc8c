import { appendBytes, SAFE_APPEND_BYTES } from '../append-size.js';
import { type EventStore, type StoredEvent, WrongExpectedRevision } from '../event-store.js';
import { CannotRestore, type LogRestore } from '../log-restore.js';
import { restoredMetadata } from './recorded.js';

/** Of one append: each event is an object of the driver as well. */
const MAX_APPEND_EVENTS = 500;

/**
 * Restores through the event store: each run of events of one stream is one append at its exact revision, so that the
 * server itself refuses what does not follow, and one that was written already is recognised. One after the other: only
 * so the server has the events in their order. Closes `store` in the end.
 */
export const eventStoreDbLogRestore = (store: EventStore): LogRestore => ({
  keepsPositions: false,
  readAll: (options) => store.readAll(options),
  begin: async () => undefined,
  write: async (events) => {
    for (const run of runsOf(events)) {
      const [first] = run;
      const expected = first.revision === 0n ? 'no_stream' : first.revision - 1n;
      const restored = run.map((event) => ({ ...event, metadata: restoredMetadata(event) }));
      const { revision } = await store.append(first.stream, expected, restored).catch((error: unknown) => {
        if (error instanceof WrongExpectedRevision) throw new CannotRestore(error.message, { cause: error });
        throw error;
      });
      const last = run.at(-1) ?? first;
      if (revision !== last.revision) {
        throw new CannotRestore(`The server gave ${last.stream} revision ${revision}, it had ${last.revision}`);
      }
    }
  },
  finish: async () => undefined,
  close: () => store.close(),
});

type Run = [StoredEvent, ...StoredEvent[]];

/** Neighbours of the same stream together, within what one append may have. */
const runsOf = (events: readonly StoredEvent[]): readonly Run[] => {
  const runs: Run[] = [];
  let run: Run | undefined;
  let bytes = 0;
  for (const event of events) {
    const size = appendBytes(event);
    const fits =
      run?.[0].stream === event.stream && run.length < MAX_APPEND_EVENTS && bytes + size <= SAFE_APPEND_BYTES;
    if (run && fits) {
      run.push(event);
      bytes += size;
    } else {
      run = [event];
      runs.push(run);
      bytes = size;
    }
  }
  return runs;
};
