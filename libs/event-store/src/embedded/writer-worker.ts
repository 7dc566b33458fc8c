import { parentPort, workerData } from 'node:worker_threads';
import { closeDatabase, type Database } from '#sqlite/database.js';
import { openLogForWriting } from './log-file.js';
import { logWriter } from './log-writer.js';
import { type BatchMessage, batchOf, type OutcomesMessage, outcomesMessage } from './writer-messages.js';

/** `busy[0]` is 1 from when a batch is posted until it is written; shared, so that an exiting process can wait for it. */
export type WriterData = Readonly<{ file: string; maxBytes: number | null; busy: Int32Array }>;
export type ToWriter = BatchMessage | 'close';
/** `opened` or why it could not be opened first, then the outcomes of each batch. */
export type FromWriter = 'opened' | Readonly<{ failed: string }> | OutcomesMessage;

const port = parentPort;
if (port === null) throw new Error('The log writer runs on a worker thread');

/**
 * The driver closes a connection only when its statements are collected, so the reader's may still be open: then closing
 * the writer's would not move the write-ahead log into the file, as closing the last one does.
 */
const putWriteAheadLogAway = (database: Database): void => {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // On a full or broken disk. Nothing is lost: whoever opens the log next reads it together with its write-ahead log.
  }
};

try {
  const { file, maxBytes, busy } = workerData as WriterData;
  const database = openLogForWriting(file, maxBytes);
  const { write } = logWriter(database);
  port.on('message', (message: ToWriter) => {
    if (message === 'close') {
      putWriteAheadLogAway(database);
      closeDatabase(database);
      port.close();
    } else {
      const outcomes = write(batchOf(message));
      Atomics.store(busy, 0, 0);
      Atomics.notify(busy, 0);
      port.postMessage(outcomesMessage(outcomes) satisfies FromWriter);
    }
  });
  port.postMessage('opened' satisfies FromWriter);
} catch (error) {
  port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies FromWriter);
}
