import type { Statement } from '#sqlite/database.js';
import { columnOf } from '../collection-shape.js';
import type { AnyCollectionSpec, Write } from '../read-store.js';
import type { DatabaseFile } from './database-file.js';
import { documentsTable, quoted, storedValue, tombstonesTable } from './embedded-collection.js';
import { storedText } from './stored-text.js';

/**
 * Puts and deletes the documents of one collection, where the position allows it. Tombstones lie in a table of their
 * own, so that the indexes hold live documents only and can cover sums.
 */
export class CollectionWriter {
  private readonly columns: readonly string[];
  private readonly put: Statement;
  private readonly remove: Statement;
  private readonly bury: Statement;

  constructor(
    file: DatabaseFile,
    private readonly spec: AnyCollectionSpec,
  ) {
    this.columns = Object.keys(spec.columns);
    const table = documentsTable(spec);
    const tombstones = tombstonesTable(spec);
    const all = ['_key', '_position', ...this.columns, '_doc'].map(quoted);
    this.put = file.statement(`
      INSERT INTO ${table} (${all}) SELECT ${all.map((_, at) => `?${at + 1}`)}
      WHERE NOT EXISTS (SELECT 1 FROM ${tombstones} WHERE _key = ?1 AND _position >= ?2)
      ON CONFLICT (_key) DO UPDATE SET ${all.slice(1).map((column) => `${column} = excluded.${column}`)}
      WHERE excluded._position > _position`);
    this.remove = file.statement(`DELETE FROM ${table} WHERE _key = ? AND _position < ?`);
    // What is still there is newer than the deletion, which then leaves nothing behind.
    this.bury = file.statement(`
      INSERT INTO ${tombstones} (_key, _position) SELECT ?1, ?2
      WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE _key = ?1)
      ON CONFLICT (_key) DO UPDATE SET _position = excluded._position WHERE excluded._position > _position`);
  }

  apply({ key, position, doc }: Write): void {
    const stored = storedText(key);
    if (doc === null) {
      this.remove.run(stored, position);
      this.bury.run(stored, position);
      return;
    }
    const values = this.columns.map((column) => storedValue(columnOf(this.spec, column, doc)));
    this.put.run(stored, position, ...values, JSON.stringify(doc));
  }
}
