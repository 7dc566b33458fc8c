import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError } from 'mongodb';
import type { Write } from '../read-store.js';
import type { InOrder } from './causal-order.js';
import { type StoredDocument, storedDocument } from './stored-document.js';

const WRITES_PER_BULK = 1_000;
const DUPLICATE_KEY = 11_000;
const NOWHERE = -1n;

/**
 * Puts and deletes documents of one collection, where the position allows it. To look first which are there makes new
 * documents plain inserts, several times as fast as guarded upserts, and sorts out repeated writes for the price of a
 * read. It decides nothing: the guard is in what is written.
 */
export const writeGuarded = async (
  documents: Collection<StoredDocument>,
  inOrder: InOrder,
  writes: readonly Write[],
): Promise<void> => {
  for (let at = 0; at < writes.length; at += WRITES_PER_BULK) {
    const latest = latestOf(writes.slice(at, at + WRITES_PER_BULK));
    const positions = await positionsOf(documents, inOrder, latest);
    const newer = latest.filter(({ key, position }) => position > (positions.get(key) ?? NOWHERE));
    const operations = newer.map((write) => (positions.has(write.key) ? replacing(write) : inserting(write)));
    // An insert is refused when another writer, or the first attempt of this one, was there in between.
    const refused = new Set<unknown>(await bulk(documents, inOrder, operations));
    const others = newer.filter((_, index) => refused.has(operations[index]));
    await bulk(documents, inOrder, others.map(replacing));
  }
};

const positionsOf = async (
  documents: Collection<StoredDocument>,
  inOrder: InOrder,
  writes: readonly Write[],
): Promise<ReadonlyMap<string, bigint>> => {
  const filter = { _id: { $in: writes.map(({ key }) => key) } };
  const found = await inOrder((session) =>
    documents.find(filter, { session }).project<Positioned>({ _position: 1 }).toArray(),
  );
  return new Map(found.map(({ _id, _position }) => [_id, _position]));
};

type Positioned = Pick<StoredDocument, '_id' | '_position'>;

const inserting = (write: Write): AnyBulkWriteOperation<StoredDocument> => ({
  insertOne: { document: storedDocument(write) },
});

/** Matches nothing, and so changes nothing, when the document is at this position or a higher one. */
const replacing = (write: Write): AnyBulkWriteOperation<StoredDocument> => {
  const { _id, ...replacement } = storedDocument(write);
  return { replaceOne: { filter: { _id, _position: { $lt: write.position } }, replacement } };
};

/** An unordered bulk must not hold a key twice. */
const latestOf = (writes: readonly Write[]): readonly Write[] => {
  const latest = new Map<string, Write>();
  for (const write of writes) {
    const known = latest.get(write.key);
    if (known === undefined || known.position < write.position) latest.set(write.key, write);
  }
  return [...latest.values()];
};

/** Writes unordered; returns the operations that failed because the document is there. */
export const bulk = async <T extends { _id: string }>(
  documents: Collection<T>,
  inOrder: InOrder,
  operations: readonly AnyBulkWriteOperation<T>[],
): Promise<readonly AnyBulkWriteOperation<T>[]> => {
  if (operations.length === 0) return [];
  try {
    await inOrder((session) => documents.bulkWrite([...operations], { ordered: false, session }));
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
    if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return failures.flatMap(({ index }) => operations[index] ?? []);
  }
};
