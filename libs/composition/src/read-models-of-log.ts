import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '#event-store/event-store.js';
import { type AnyProjection, checkpointName } from '#projections/projection.js';
import { collectionsOf } from '#projections/projection-collections.js';
import type { CollectionSpec, ReadStore } from '#read-store/read-store.js';
import { projections } from './catalogue.js';

/** Of which log the read models are: one document. */
const sourceLog = { name: 'source_log_v1', columns: {}, indexes: {} } as const satisfies CollectionSpec<SourceLog>;
type SourceLog = Readonly<{ logId: string }>;
const KEY = 'log';

const LEASE = 'source-log';
const LEASE_MS = 30_000;

export type ReadModelsOfLogOptions = Readonly<{
  /** Positions of the log end at its head, as in the embedded one: a checkpoint beyond it is of another past. */
  endsAtHead: boolean;
  warn: (message: string) => void;
}>;

/**
 * Makes sure that the read models are of this log: those of another one (the log was replaced, or its folder removed)
 * are dropped, so that they are folded anew. Several processes may do so at once; one does it.
 */
export const keepReadModelsOf = async (
  log: Pick<EventStore, 'logId' | 'head'>,
  reads: ReadStore,
  options: ReadModelsOfLogOptions,
): Promise<void> => {
  const logId = await log.logId();
  if ((await finding(log, logId, reads, options)) === 'same') return;
  const holder = randomUUID();
  let lease = await reads.acquireLease(LEASE, holder, LEASE_MS);
  for (; lease === null; lease = await reads.acquireLease(LEASE, holder, LEASE_MS)) await sleep(100);
  try {
    // Another process may have seen to it meanwhile, and be folding already.
    const found = await finding(log, logId, reads, options);
    if (found === 'same') return;
    if (found === 'other') {
      options.warn('The read models are of another log, or of another past of this one: they are folded anew');
      await resetReadModels(reads);
    }
    if (logId === null) return;
    await reads.commit({
      writes: [{ collection: sourceLog, key: KEY, position: 1n, doc: { logId } }],
      checkpoints: [],
    });
  } finally {
    await reads.releaseLease(lease);
  }
};

/** Drops all read models and what is known of their log. */
export const resetReadModels = async (reads: ReadStore): Promise<void> => {
  for (const projection of projections) await resetProjection(reads, projection);
  await reads.reset(LEASE, [sourceLog]);
};

/** Drops one read model: it is folded anew from the log. */
const resetProjection = (reads: ReadStore, projection: AnyProjection): Promise<void> =>
  reads.reset(checkpointName(projection), collectionsOf(projection));

/** `unknown`: nobody has said of which log they are, and nothing speaks against this one. */
const finding = async (
  log: Pick<EventStore, 'head'>,
  logId: string | null,
  reads: ReadStore,
  { endsAtHead }: ReadModelsOfLogOptions,
): Promise<'same' | 'other' | 'unknown'> => {
  const known = (await reads.collection<SourceLog>(sourceLog).get(KEY))?.doc.logId ?? null;
  if (known !== null && known !== logId) return 'other';
  const checkpoints = await reads.checkpoints();
  const head = (await log.head()) ?? 0n;
  if (endsAtHead && checkpoints.some(({ position }) => position > head)) return 'other';
  return known === logId ? 'same' : 'unknown';
};
