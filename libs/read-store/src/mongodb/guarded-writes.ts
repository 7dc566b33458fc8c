import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError } from 'mongodb';
import type { Write } from '../read-store.js';
import { answered } from './availability.js';
import { type StoredDocument, storedDocument } from './stored-document.js';

const WRITES_PER_BULK = 1_000;
const DUPLICATE_KEY = 11_000;

/** Puts and deletes documents of one collection, where the position allows it. */
export const writeGuarded = async (documents: Collection<StoredDocument>, writes: readonly Write[]): Promise<void> => {
  for (let at = 0; at < writes.length; at += WRITES_PER_BULK) {
    const operations = latestOf(writes.slice(at, at + WRITES_PER_BULK)).map(replacing);
    const refused = await bulk(documents, operations);
    // Refused is what is there at this position or a higher one; or what another writer inserted just then, maybe at
    // a lower one: the second attempt finds it there, and so is decided by its position.
    await bulk(documents, refused);
  }
};

const replacing = (write: Write): AnyBulkWriteOperation<StoredDocument> => {
  const { _id, ...replacement } = storedDocument(write);
  // Where the document is not at a lower position this inserts, and fails when it is there at all.
  return { replaceOne: { filter: { _id, _position: { $lt: write.position } }, replacement, upsert: true } };
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
  operations: readonly AnyBulkWriteOperation<T>[],
): Promise<readonly AnyBulkWriteOperation<T>[]> => {
  if (operations.length === 0) return [];
  try {
    await answered(() => documents.bulkWrite([...operations], { ordered: false }));
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
    if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return failures.flatMap(({ index }) => operations[index] ?? []);
  }
};
