import { checkSpec } from '../collection-shape.js';
import {
  type AnyCollectionSpec,
  type Checkpoint,
  type CollectionSpec,
  type EnsureOptions,
  Fenced,
  type Lease,
  type ReadCollection,
  type ReadStore,
  type Write,
} from '../read-store.js';
import { CollectionWriter } from './collection-writer.js';
import { DatabaseFile } from './database-file.js';
import { documentsTable, EmbeddedCollection, indexesSql, quoted, tombstonesTable } from './embedded-collection.js';

export type EmbeddedReadStoreOptions = Readonly<{
  directory: string;
  /** Told when an unusable file was set aside and the read models begin anew. */
  warn?: (message: string) => void;
}>;

/** The read models in one file of `directory`; documents and checkpoints are written in one transaction. */
export const openEmbeddedReadStore = ({
  directory,
  warn = () => undefined,
}: EmbeddedReadStoreOptions): Promise<ReadStore> =>
  Promise.resolve().then(() => new EmbeddedReadStore(DatabaseFile.open(directory, warn)));

const TABLES = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, columns TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS checkpoints (
    projection TEXT PRIMARY KEY, position INTEGER NOT NULL, epoch INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS leases (
    name TEXT PRIMARY KEY, holder TEXT, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) WITHOUT ROWID`;

type CheckpointRow = Readonly<{ projection: string; position: bigint; epoch: bigint }>;
type LeaseRow = Readonly<{ epoch: bigint; expires_at: bigint }>;
type HeldLeaseRow = LeaseRow & Readonly<{ name: string; holder: string }>;

class EmbeddedReadStore implements ReadStore {
  /** By name, the collections that are known to exist. */
  private readonly writers = new Map<string, CollectionWriter>();

  constructor(private readonly file: DatabaseFile) {
    file.exec(TABLES);
  }

  async ensure(specs: readonly AnyCollectionSpec[], { indexes = 'now' }: EnsureOptions = {}): Promise<void> {
    this.file.transaction(() => {
      for (const spec of specs) this.create(spec);
    });
    if (indexes === 'later') return;
    // One by one: each may take a while, and others want to write.
    for (const sql of specs.flatMap(indexesSql)) this.file.exec(sql);
  }

  collection<Doc extends object>(spec: CollectionSpec<Doc>): ReadCollection<Doc> {
    this.writerOf(spec);
    return new EmbeddedCollection<Doc>(this.file, spec);
  }

  async commit({
    writes,
    checkpoints,
  }: Readonly<{ writes: readonly Write[]; checkpoints: readonly Checkpoint[] }>): Promise<void> {
    for (const { collection } of writes) this.writerOf(collection);
    this.file.transaction(() => {
      for (const checkpoint of checkpoints) this.advance(checkpoint);
      for (const write of writes) this.writerOf(write.collection).apply(write);
    });
  }

  async checkpoint(projection: string): Promise<Checkpoint | null> {
    const sql = 'SELECT projection, position, epoch FROM checkpoints WHERE projection = ?';
    const row = this.file.statement(sql).get(projection) as CheckpointRow | undefined;
    return row === undefined ? null : checkpointOf(row);
  }

  async checkpoints(projection?: string): Promise<readonly Checkpoint[]> {
    const some = projection === undefined ? '' : `WHERE ${atOrBelow('projection')}`;
    const sql = `SELECT projection, position, epoch FROM checkpoints ${some} ORDER BY projection`;
    const names = projection === undefined ? [] : namesAtOrBelow(projection);
    return (this.file.statement(sql).all(...names) as CheckpointRow[]).map(checkpointOf);
  }

  async acquireLease(name: string, holder: string, milliseconds: number): Promise<Lease | null> {
    const now = Date.now();
    const sql = `
      INSERT INTO leases (name, holder, epoch, expires_at) VALUES (:name, :holder, 1, :until)
      ON CONFLICT (name) DO UPDATE SET
        holder = :holder, expires_at = :until, epoch = epoch + (holder IS NOT :holder)
        WHERE holder IS :holder OR expires_at <= :now
      RETURNING epoch, expires_at`;
    const row = this.file.statement(sql).get({ name, holder, until: now + milliseconds, now }) as LeaseRow | undefined;
    return row === undefined ? null : { name, holder, epoch: Number(row.epoch), expiresAt: Number(row.expires_at) };
  }

  async releaseLease({ name, holder, epoch }: Lease): Promise<void> {
    const sql = 'UPDATE leases SET holder = NULL, expires_at = 0 WHERE name = ? AND holder = ? AND epoch = ?';
    this.file.statement(sql).run(name, holder, epoch);
  }

  async leaseOf(name: string): Promise<Lease | null> {
    return (await this.leases(name)).find((lease) => lease.name === name) ?? null;
  }

  async leases(name: string): Promise<readonly Lease[]> {
    const sql = `
      SELECT name, holder, epoch, expires_at FROM leases WHERE (${atOrBelow('name')}) AND holder IS NOT NULL
      ORDER BY name`;
    return (this.file.statement(sql).all(...namesAtOrBelow(name)) as HeldLeaseRow[]).map((row) => ({
      ...{ name: row.name, holder: row.holder },
      ...{ epoch: Number(row.epoch), expiresAt: Number(row.expires_at) },
    }));
  }

  async reset(projection: string, specs: readonly AnyCollectionSpec[]): Promise<void> {
    for (const spec of specs) checkSpec(spec);
    this.file.transaction(() => {
      this.forget(projection);
      for (const spec of specs) {
        this.dropTables(spec.name);
        this.create(spec);
      }
    });
  }

  async drop(projection: string, collections: readonly string[]): Promise<void> {
    // Whoever only looks whether there is anything to drop does not wait for a writer.
    const known = this.file
      .statement('SELECT name FROM collections')
      .all()
      .map(({ name }) => name);
    const there = collections.filter((name) => known.includes(name));
    if (there.length === 0 && (await this.checkpoints(projection)).length === 0) return;
    this.file.transaction(() => {
      this.forget(projection);
      for (const name of there) this.dropTables(name);
    });
  }

  private forget(projection: string): void {
    const sql = `DELETE FROM checkpoints WHERE ${atOrBelow('projection')}`;
    this.file.statement(sql).run(...namesAtOrBelow(projection));
  }

  private dropTables(name: string): void {
    this.file.exec(`DROP TABLE IF EXISTS ${documentsTable({ name })}`);
    this.file.exec(`DROP TABLE IF EXISTS ${tombstonesTable({ name })}`);
    this.file.statement('DELETE FROM collections WHERE name = ?').run(name);
    this.writers.delete(name);
  }

  scrub(): Promise<void> {
    return this.file.scrub();
  }

  async ping(): Promise<void> {
    this.file.statement('SELECT 1').get();
  }

  async close(): Promise<void> {
    this.file.close();
  }

  /** Whoever reads or writes a collection first makes it, so that one which nobody ensured is merely empty. */
  private writerOf(spec: AnyCollectionSpec): CollectionWriter {
    const known = this.writers.get(spec.name);
    if (known) return known;
    this.file.transaction(() => this.create(spec));
    const writer = new CollectionWriter(this.file, spec);
    this.writers.set(spec.name, writer);
    return writer;
  }

  private create(spec: AnyCollectionSpec): void {
    checkSpec(spec);
    const columns = Object.keys(spec.columns).sort();
    const shape = JSON.stringify(columns.map((column) => [column, spec.columns[column]]));
    const known = this.file.statement('SELECT columns FROM collections WHERE name = ?').get(spec.name);
    if (known !== undefined && known.columns !== shape) {
      throw new TypeError(`Collection "${spec.name}" has other columns already: give the new shape a new name`);
    }
    const declared = columns.map(
      (column) => `, ${quoted(column)} ${spec.columns[column] === 'text' ? 'TEXT' : 'INTEGER'}`,
    );
    const fixed = '_key TEXT NOT NULL PRIMARY KEY, _position INTEGER NOT NULL';
    this.file.exec(
      `CREATE TABLE IF NOT EXISTS ${documentsTable(spec)} (${fixed}${declared.join('')}, _doc TEXT NOT NULL)`,
    );
    this.file.exec(`CREATE TABLE IF NOT EXISTS ${tombstonesTable(spec)} (${fixed}) WITHOUT ROWID`);
    this.file.statement('INSERT INTO collections VALUES (?, ?) ON CONFLICT DO NOTHING').run(spec.name, shape);
  }

  private advance({ projection, position, epoch }: Checkpoint): void {
    const sql = `
      INSERT INTO checkpoints (projection, position, epoch) VALUES (?, ?, ?)
      ON CONFLICT (projection) DO UPDATE SET position = max(position, excluded.position), epoch = excluded.epoch
      WHERE excluded.epoch >= epoch`;
    const { changes } = this.file.statement(sql).run(projection, position, epoch);
    if (Number(changes) === 0) throw new Fenced(`Projection ${projection} was written under a later lease`);
  }
}

/** What has that name, or one that begins with it and a slash. */
const atOrBelow = (column: string): string => `${column} = ? OR (${column} >= ? AND ${column} < ?)`;
const namesAtOrBelow = (name: string): readonly string[] => [name, `${name}/`, `${name}0`];

const checkpointOf = ({ projection, position, epoch }: CheckpointRow): Checkpoint => ({
  projection,
  position,
  epoch: Number(epoch),
});
