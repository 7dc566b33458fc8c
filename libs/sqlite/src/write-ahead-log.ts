import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.js';

const PATIENCE_MS = 5_000;
/** How long a try holds up this thread, and how long others have it between two. */
const TRY_MS = 100;
const PAUSE_MS = 50;

/**
 * Moves the write-ahead log into its file and cuts it to nothing, so that after a `VACUUM` neither has a trace of what was
 * overwritten or deleted. Waits for those who still read the file as it was; false when they go on for seconds.
 */
export const emptyWriteAheadLog = async (database: Database): Promise<boolean> => {
  const until = performance.now() + PATIENCE_MS;
  while (!tryToEmpty(database)) {
    if (performance.now() > until) return false;
    await sleep(PAUSE_MS);
  }
  return true;
};

/** Being kept from it is no error but a column of the answer: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint */
const tryToEmpty = (database: Database): boolean => {
  const patience = database.prepare('PRAGMA busy_timeout').get()?.timeout;
  database.exec(`PRAGMA busy_timeout = ${TRY_MS}`);
  try {
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${patience}`);
  }
};
