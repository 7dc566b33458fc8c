import type { Recorded } from '#kernel/event.js';
import type { ReadStore, Write } from '#read-store/read-store.js';
import type { ParkedKeys } from './parked-keys.js';
import type { AnyProjection } from './projection.js';

/** A document as last written, with the position of the event that it was folded to. */
export type KnownDoc = Readonly<{ doc: object | null; position: bigint }>;

/** Documents of one projection kept in memory between pages; the least recently used go first. */
export class DocumentCache {
  private readonly docs = new Map<string, KnownDoc>();

  constructor(private readonly capacity = 20_000) {}

  take(key: string): KnownDoc | undefined {
    return this.docs.get(key);
  }

  put(key: string, known: KnownDoc): void {
    this.docs.delete(key);
    this.docs.set(key, known);
    if (this.docs.size > this.capacity) {
      const oldest = this.docs.keys().next();
      if (!oldest.done) this.docs.delete(oldest.value);
    }
  }
}

/**
 * Folds a page of events into the documents of one projection and returns what to write: each document once, however
 * many events it had. Events at or below a document's own position are already in it. An event that cannot be folded
 * parks its key.
 * @throws what the projection throws, when nothing is to be parked
 */
export const foldPage = async (
  projection: AnyProjection,
  events: readonly Recorded[],
  store: ReadStore,
  cache: DocumentCache,
  parkedKeys: ParkedKeys | null = null,
): Promise<readonly Write[]> => {
  const byKey = groupedByKey(projection, events);
  const unknown = [...byKey.keys()].filter((key) => cache.take(key) === undefined);
  const stored = await store.collection<Record<string, unknown>>(projection.documents).getMany(unknown);
  const documents: Write[] = [];
  const rows = new Map<string, Write>();
  for (const [key, group] of byKey) {
    if (parkedKeys?.parked(key)) {
      parkedKeys.hold(key, group);
      continue;
    }
    const before: KnownDoc = cache.take(key) ?? stored.get(key) ?? NOT_YET;
    const { after, failure } = foldGroup(projection, before, parkedKeys?.withoutReleased(key, group) ?? group, rows);
    if (failure) parkOrThrow(parkedKeys, key, failure);
    if (after.position === before.position) continue;
    cache.put(key, after);
    documents.push({ collection: projection.documents, key, ...after });
  }
  // Rows before documents: a crash in between leaves the document behind, and its events are folded again.
  return [...rows.values(), ...documents];
};

/**
 * Folds documents from their first event and returns what to write in the place of what was folded before, all as of
 * `position`: nothing that their events no longer say is left. A key whose events cannot all be folded is parked.
 */
export const foldAnew = (
  projection: AnyProjection,
  events: readonly Recorded[],
  position: bigint,
  cache: DocumentCache,
  parkedKeys: ParkedKeys,
): readonly Write[] => {
  const documents: Write[] = [];
  const rows = new Map<string, Write>();
  for (const [key, group] of groupedByKey(projection, events)) {
    const { after, failure } = foldGroup(projection, NOT_YET, parkedKeys.withoutReleased(key, group), rows);
    if (failure) parkedKeys.park(key, failure.waiting, failure.error, true);
    else parkedKeys.heal(key);
    cache.put(key, { doc: after.doc, position });
    documents.push({ collection: projection.documents, key, position, doc: after.doc });
  }
  return [...[...rows.values()].map((row) => ({ ...row, position })), ...documents];
};

export const NOT_YET: KnownDoc = { doc: null, position: -1n };

const parkOrThrow = (parkedKeys: ParkedKeys | null, key: string, { waiting, error }: FoldFailure): void => {
  if (parkedKeys === null) throw error;
  parkedKeys.park(key, waiting, error);
};

const groupedByKey = (projection: AnyProjection, events: readonly Recorded[]): ReadonlyMap<string, Recorded[]> => {
  const byKey = new Map<string, Recorded[]>();
  for (const event of events) {
    const key = projection.keyOf(event);
    if (key === null) continue;
    const group = byKey.get(key);
    if (group) group.push(event);
    else byKey.set(key, [event]);
  }
  return byKey;
};

/** The first of `waiting` could not be folded. */
export type FoldFailure = Readonly<{ waiting: readonly Recorded[]; error: unknown }>;

/**
 * The document after those of the events that are not in it yet, as far as they can be folded; the rows that they change
 * are put into `rows`.
 */
export const foldGroup = (
  projection: AnyProjection,
  before: KnownDoc,
  group: readonly Recorded[],
  rows: Map<string, Write>,
): Readonly<{ after: KnownDoc; failure: FoldFailure | null }> => {
  let after = before;
  for (const [at, event] of group.entries()) {
    if (event.position <= after.position) continue;
    let fold: ReturnType<AnyProjection['evolve']>;
    try {
      fold = projection.evolve(after.doc, event);
    } catch (error) {
      return { after, failure: { waiting: group.slice(at), error } };
    }
    after = { doc: fold.doc, position: event.position };
    for (const [rowKey, row] of fold.rows ?? []) {
      if (!projection.rows) throw new Error(`Projection ${projection.name} declares no collection for its rows`);
      rows.set(rowKey, { collection: projection.rows, key: rowKey, position: event.position, doc: row });
    }
  }
  return { after, failure: null };
};
