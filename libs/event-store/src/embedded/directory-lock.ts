import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '#sqlite/file-lock.js';
import { EventStoreLocked } from '../event-store.js';

/**
 * Locks a directory for this process until `release`, or until the process ends in whatever way. `lock.json` says who
 * holds it, for people.
 * @throws EventStoreLocked
 */
export const lockDirectory = (directory: string): { release: () => void } => {
  const holder = join(directory, 'lock.json');
  const lock = lockFile(join(directory, 'lock.sqlite'), 0);
  if (lock === null) throw new EventStoreLocked(directory, holderOf(holder));
  tolerant(() => writeFileSync(holder, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`));
  return {
    release: () => {
      tolerant(() => rmSync(holder, { force: true }));
      lock.release();
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
