import { UnreadableEvent } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import type { ReadStore, Write } from '#read-store/read-store.js';
import type { ParkedKeys } from './parked-keys.js';
import { type AnyProjection, keyIn } from './projection.js';

/** A document as last written, with the position of the event that it was folded to. */
export type KnownDoc = Readonly<{ doc: object | null; position: bigint }>;

/** Characters of JSON that the documents of one projection may have together; in memory they take some times as much. */
const CACHED_CHARACTERS = 4_000_000;
const CACHED_DOCUMENTS = 10_000;
/** The size of every so many documents is looked at, and how much it counts for what they have on average. */
const LOOK_AT_EVERY = 16;
const WEIGHT = 0.1;

/**
 * Documents of one projection kept in memory between pages. When half of the room is full, what was not used since the
 * last time is forgotten: a list by last use costs more than it saves, as do the holes of a map that loses its oldest.
 */
export class DocumentCache {
  private recent = new Map<string, KnownDoc>();
  private older = new Map<string, KnownDoc>();
  private puts = 0;
  private averageSize = 1;

  take(key: string): KnownDoc | undefined {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const older = this.older.get(key);
    if (older !== undefined) this.put(key, older);
    return older;
  }

  put(key: string, known: KnownDoc): void {
    this.recent.set(key, known);
    if (this.puts % LOOK_AT_EVERY === 0) this.look(known);
    this.puts += 1;
    const { size } = this.recent;
    if (size < CACHED_DOCUMENTS / 2 && size * this.averageSize < CACHED_CHARACTERS / 2) return;
    this.older = this.recent;
    this.recent = new Map();
  }

  private look({ doc }: KnownDoc): void {
    this.averageSize += WEIGHT * (JSON.stringify(doc).length - this.averageSize);
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
  const known = await docsOf(projection, [...byKey.keys()], store, cache);
  const documents: Write[] = [];
  const rows = new Map<string, Write>();
  for (const [key, group] of byKey) {
    if (parkedKeys?.parked(key)) {
      parkedKeys.hold(key, group);
      continue;
    }
    const before: KnownDoc = known.get(key) ?? NOT_YET;
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

/** Those of the documents that exist, or existed. */
const docsOf = async (
  { documents }: AnyProjection,
  keys: readonly string[],
  store: ReadStore,
  cache: DocumentCache,
): Promise<ReadonlyMap<string, KnownDoc>> => {
  const known = new Map<string, KnownDoc>();
  const unknown: string[] = [];
  for (const key of keys) {
    const cached = cache.take(key);
    if (cached === undefined) unknown.push(key);
    else known.set(key, cached);
  }
  const stored = await store.collection<Record<string, unknown>>(documents).getMany(unknown);
  for (const [key, entry] of stored) known.set(key, entry);
  return known;
};

export const NOT_YET: KnownDoc = { doc: null, position: -1n };

const parkOrThrow = (parkedKeys: ParkedKeys | null, key: string, { waiting, error }: FoldFailure): void => {
  if (parkedKeys === null) throw error;
  parkedKeys.park(key, waiting, error);
};

const groupedByKey = (projection: AnyProjection, events: readonly Recorded[]): ReadonlyMap<string, Recorded[]> => {
  const byKey = new Map<string, Recorded[]>();
  for (const event of events) {
    const key = keyIn(projection, event);
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
      if (event.unreadable !== undefined && !projection.takesUnreadable)
        throw new UnreadableEvent(event, event.unreadable);
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
