import { readFileSync, writeFileSync } from 'node:fs';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { UnreadableEvent } from '#event-store/event-store.js';
import { Book } from './book.js';
import { checkLog, readLog } from './check-log.js';
import { checkReadModels } from './check-read-models.js';
import type { InspectionRequest, StoreCheck } from './inspect.js';
import { logDirectory, openLedgers } from './open-ledgers.js';

/**
 * Looks at the stores as a process that starts after the fault finds them. A process of its own each time: one that has
 * had the files open before would still know what the fault has changed.
 */
const { task, directory, bookFile, answerFile }: InspectionRequest = JSON.parse(process.argv[2] ?? '');

/** Each event of the log as text, in order. */
const events = async (): Promise<readonly string[]> => {
  const store = await openEmbeddedEventStore({ directory: logDirectory(directory) });
  try {
    return (await readLog(store)).map((event) => {
      if (event.unreadable !== undefined) throw new UnreadableEvent(event, event.unreadable);
      return JSON.stringify(event, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    });
  } finally {
    await store.close();
  }
};

const check = async (): Promise<StoreCheck> => {
  const book = Book.read(readFileSync(bookFile, 'utf8'));
  const problems: string[] = [];
  const ledgers = await openLedgers({ directory, onError: (error) => problems.push(`The projector failed: ${error}`) });
  try {
    const log = await checkLog(ledgers.events, book);
    await ledgers.caughtUp();
    problems.push(...log.problems, ...(await checkReadModels(ledgers.reads, log)));
    const { acknowledgedEvents, lost, doubled } = log;
    return { problems, acknowledgedEvents, lost, doubled };
  } finally {
    await ledgers.close();
  }
};

const answer = await (task === 'check' ? check() : events()).catch((error: Error) => ({
  error: error.name,
  message: error.message,
}));
writeFileSync(answerFile, JSON.stringify(answer));
