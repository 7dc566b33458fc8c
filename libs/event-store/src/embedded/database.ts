import { DatabaseSync, type DatabaseSyncInstance, type DatabaseSyncOptions } from '@photostructure/sqlite';

export type Database = DatabaseSyncInstance;

/** The driver crashes the process when a database is collected while its statements are used: hold every open one. */
const open = new Set<Database>();

/** Opens a file; `busyTimeout` in milliseconds is set before anything else can meet a lock. */
export const openDatabase = (file: string, busyTimeout: number, options: DatabaseSyncOptions = {}): Database => {
  const database = new DatabaseSync(file, { ...options, timeout: busyTimeout });
  open.add(database);
  return database;
};

export const closeDatabase = (database: Database): void => {
  if (database.isOpen) database.close();
  open.delete(database);
};
