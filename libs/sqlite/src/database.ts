import { DatabaseSync, type DatabaseSyncInstance, type DatabaseSyncOptions } from '@photostructure/sqlite';

export type Database = DatabaseSyncInstance;

/** What `prepare` returns. */
export type Statement = ReturnType<Database['prepare']>;

/** Up to 3.51.2 a reset of the write-ahead log can corrupt the file: https://www.sqlite.org/wal.html#walresetbug */
const OLDEST_ENGINE = [3, 51, 3] as const;

/** The driver crashes the process when a database is collected while its statements are used: hold every open one. */
const open = new Set<Database>();

let isEngineKnown = false;

/**
 * Opens a file; `busyTimeout` in milliseconds is set before anything else can meet a lock. Close it with `closeDatabase`.
 * @throws Error when the engine is so old that it may corrupt the file
 */
export const openDatabase = (file: string, busyTimeout: number, options: DatabaseSyncOptions = {}): Database => {
  if (!isEngineKnown) {
    requireSafeEngine(engineVersion());
    isEngineKnown = true;
  }
  return opened(file, { ...options, timeout: busyTimeout });
};

export const closeDatabase = (database: Database): void => {
  if (database.isOpen) database.close();
  open.delete(database);
};

/** Runs `work` in one transaction, which begins as a writer's: all of it holds, or none. */
export const transaction = <T>(database: Database, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Some errors have rolled it back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** @param version as the engine tells it, like `3.51.3` */
export const requireSafeEngine = (version: string): void => {
  const parts = version.split('.').map(Number);
  const difference = OLDEST_ENGINE.map((part, n) => (parts[n] ?? 0) - part).find((delta) => delta !== 0) ?? 0;
  if (difference < 0) throw new Error(`SQLite ${version} is too old: ${OLDEST_ENGINE.join('.')} or later is needed`);
};

/** Of a database of its own: a statement of the file's would keep the file open until it is collected. */
const engineVersion = (): string => {
  const database = opened(':memory:', {});
  try {
    return String(database.prepare('SELECT sqlite_version() AS version').get()?.version);
  } finally {
    closeDatabase(database);
  }
};

const opened = (file: string, options: DatabaseSyncOptions): Database => {
  const database = new DatabaseSync(file, options);
  open.add(database);
  return database;
};
