import { closeDatabase, openDatabase } from './database.js';

export type FileLock = Readonly<{ release: () => void }>;

/**
 * Holds a file for this process until `release`, or until the process ends in whatever way: the lock is one of the
 * operating system, held through an open transaction. Null while another has it for longer than `patience` milliseconds.
 * A file of its own: to close it otherwise would drop the process' lock, and the driver closes a file of which statements
 * were prepared only when these have been collected.
 */
export const lockFile = (file: string, patience: number): FileLock | null => {
  const database = openDatabase(file, patience);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    closeDatabase(database);
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.exec('ROLLBACK');
      closeDatabase(database);
    },
  };
};

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
