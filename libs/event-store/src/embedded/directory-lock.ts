import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreLocked } from '../event-store.js';
import { closeDatabase, openDatabase } from './database.js';

/**
 * Locks a directory for this process until `release`, or until the process ends in whatever way: the lock is one of the
 * operating system, held through an open transaction on a file of its own. `lock.json` says who holds it, for people.
 * The lock file must never be opened otherwise: closing it would drop the process' lock.
 * @throws EventStoreLocked
 */
export const lockDirectory = (directory: string): { release: () => void } => {
  const holder = join(directory, 'lock.json');
  const database = openDatabase(join(directory, 'lock.sqlite'), 0);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    closeDatabase(database);
    if (error instanceof Error && error.message.includes('locked'))
      throw new EventStoreLocked(directory, holderOf(holder));
    throw error;
  }
  tolerant(() => writeFileSync(holder, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`));
  return {
    release: () => {
      tolerant(() => rmSync(holder, { force: true }));
      closeDatabase(database);
    },
  };
};

/** On a full or read-only disk the holder is not named, but the lock must still be held and given back. */
const tolerant = (action: () => void): void => {
  try {
    action();
  } catch {
    // What cannot be written is for people only.
  }
};

const holderOf = (file: string): number | 'unknown' => {
  try {
    const { pid } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof pid === 'number' ? pid : 'unknown';
  } catch {
    return 'unknown';
  }
};
