import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import type { ReadStore, Write } from '#read-store/read-store.js';
import { type DocumentCache, foldGroup, type KnownDoc, NOT_YET } from './fold-page.js';
import type { Parked, ParkedKeys } from './parked-keys.js';
import { type AnyProjection, keyIn } from './projection.js';

export type RetryOptions = Readonly<{
  events: EventStore;
  registry: EventRegistry;
  reads: ReadStore;
  cache: DocumentCache;
  parkedKeys: ParkedKeys;
  /** Whether a key that is parked again keeps what could be folded before; else it stays as it was. */
  inPart: boolean;
}>;

const PAGE = 5_000;

/**
 * Folds what waits of the given parked keys, up to `upTo`, and returns what to write. The waiting events stay in the
 * log: they are found by reading it on from the first of them.
 */
export const retryParked = async (
  projection: AnyProjection,
  keys: ReadonlyMap<string, Parked>,
  upTo: bigint,
  { events, registry, reads, cache, parkedKeys, inPart }: RetryOptions,
): Promise<readonly Write[]> => {
  const waiting = await waitingEvents(projection, keys, upTo, events, registry);
  const stored = await reads.collection<Record<string, unknown>>(projection.documents).getMany([...keys.keys()]);
  const writes: Write[] = [];
  for (const [key, { anew }] of keys) {
    const known: KnownDoc = cache.take(key) ?? stored.get(key) ?? NOT_YET;
    // What is folded anew takes the place of a document only as of a later position.
    if (anew && upTo <= known.position) continue;
    const rows = new Map<string, Write>();
    const group = parkedKeys.withoutReleased(key, waiting.get(key) ?? []);
    const { after, failure } = foldGroup(projection, anew ? NOT_YET : known, group, rows);
    if (failure && (anew || !inPart)) continue;
    if (failure) parkedKeys.park(key, failure.waiting, failure.error);
    else parkedKeys.heal(key);
    // As of now, not of the last event that waited: who reads what was written since must find it.
    const doc: KnownDoc = failure || after.position > upTo ? after : { doc: after.doc, position: upTo };
    if (doc.position === known.position) continue;
    cache.put(key, doc);
    const changed = anew ? [...rows.values()].map((row) => ({ ...row, position: upTo })) : rows.values();
    writes.push(...changed, { collection: projection.documents, key, ...doc });
  }
  return writes;
};

/** By key, in the order of the log. */
const waitingEvents = async (
  projection: AnyProjection,
  keys: ReadonlyMap<string, Parked>,
  upTo: bigint,
  events: EventStore,
  registry: EventRegistry,
): Promise<ReadonlyMap<string, readonly Recorded[]>> => {
  const types = new Set<string>(projection.types);
  const waiting = new Map<string, Recorded[]>();
  const starts = [...keys.values()].map(({ anew, behind }) => (anew ? 0n : BigInt(behind)));
  let after = starts.reduce((least, start) => (start < least ? start : least), upTo);
  while (after < upTo) {
    const page = await events.readAll({ ...(after > 0n && { after }), limit: PAGE });
    for (const stored of page) {
      if (stored.position > upTo || registry.isBookkeeping(stored)) continue;
      const event = registry.checked(stored);
      const key = types.has(event.type) ? keyIn(projection, event) : null;
      const parked = key === null ? undefined : keys.get(key);
      if (key === null || !parked || !(parked.anew || event.position >= BigInt(parked.position))) continue;
      const group = waiting.get(key);
      if (group) group.push(event);
      else waiting.set(key, [event]);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.position;
  }
  return waiting;
};
