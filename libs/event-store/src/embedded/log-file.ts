import { randomUUID } from 'node:crypto';
import { closeDatabase, type Database, openDatabase } from '#sqlite/database.js';

const SCHEMA_VERSION = 1;
const BUSY_TIMEOUT = 5_000;

/**
 * The events of a stream are a chain: `streams.last` is the position of its last event, `previous` of the one before.
 * No secondary index: its pages, written at random, would limit large batches. Times are milliseconds since 1970.
 */
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE TABLE streams (
    name TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** What is known of the log as a whole: `log-id`, and while it is restored `restoring`. Logs of before get it when opened. */
const PROPERTIES = `
  CREATE TABLE IF NOT EXISTS properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Opens the log for its one writer, and makes its tables when it is new. A commit is on disk when it returns.
 * `maxBytes` limits the size of the file: appends beyond it fail as on a full disk.
 */
export const openLogForWriting = (file: string, maxBytes: number | null): Database => {
  const database = openLogForRestoring(file);
  const restoring = property(database, 'restoring');
  if (restoring !== null) {
    closeDatabase(database);
    throw new Error(
      `The import of ${restoring} into it did not end. Run \`annals import --log\` with that file again, or remove ${file} and begin anew`,
    );
  }
  limit(database, maxBytes);
  return database;
};

/**
 * Opens the log for its writer's process once more, on another thread: only one of the two may write at a time. Moving
 * the write-ahead log into the file takes long, and is left to the first.
 */
export const openLogBesideWriter = (file: string, maxBytes: number | null): Database => {
  const database = openDatabase(file, BUSY_TIMEOUT);
  database.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = 1;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA cache_size = -16384;
  `);
  limit(database, maxBytes);
  return database;
};

const limit = (database: Database, maxBytes: number | null): void => {
  if (maxBytes === null) return;
  const pages = Math.floor(maxBytes / integer(database, 'PRAGMA page_size'));
  database.exec(`PRAGMA max_page_count = ${Math.max(1, pages)}`);
};

/** As for writing, also where a restore did not end. */
export const openLogForRestoring = (file: string): Database => {
  const database = openDatabase(file, BUSY_TIMEOUT);
  try {
    assertSchema(database, file, [0, SCHEMA_VERSION]);
    // FULL: with NORMAL a power loss may undo acknowledged commits. fullfsync: macOS only, where fsync alone stays in the drive.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = 1;
      PRAGMA checkpoint_fullfsync = 1;
      PRAGMA wal_autocheckpoint = 16384;
      PRAGMA cache_size = -16384;
    `);
    if (integer(database, 'PRAGMA user_version') === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    if (integer(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'properties'") === 0) {
      database.exec(
        `BEGIN IMMEDIATE; ${PROPERTIES} INSERT INTO properties VALUES ('log-id', '${randomUUID()}'); COMMIT;`,
      );
    }
    return database;
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
};

/** Opens the log, made by its writer before, for reading only. */
export const openLogForReading = (file: string): Database => {
  const database = openDatabase(file, BUSY_TIMEOUT, { readOnly: true });
  database.exec('PRAGMA cache_size = -16384');
  return database;
};

export const property = (database: Database, name: 'log-id' | 'restoring'): string | null => {
  const row = database.prepare('SELECT value FROM properties WHERE name = ?').get(name) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
};

export const setProperty = (database: Database, name: 'log-id' | 'restoring', value: string | null): void => {
  if (value === null) database.prepare('DELETE FROM properties WHERE name = ?').run(name);
  else database.prepare('INSERT OR REPLACE INTO properties VALUES (?, ?)').run(name, value);
};

const assertSchema = (database: Database, file: string, known: readonly number[]): void => {
  const version = integer(database, 'PRAGMA user_version');
  const tables = integer(database, 'SELECT count(*) FROM sqlite_schema');
  if (!known.includes(version)) {
    throw new Error(`${file} has schema version ${version}; this version of Annals knows ${SCHEMA_VERSION}`);
  }
  if (version === 0 && tables > 0) throw new Error(`${file} is a database of something else`);
};

const integer = (database: Database, sql: string): number => {
  const row = database.prepare(sql).get() as Record<string, number>;
  return Object.values(row)[0] ?? 0;
};
