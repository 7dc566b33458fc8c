import { randomUUID } from 'node:crypto';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { appendBehind } from '#test/contract/event-store.fixtures.js';

/**
 * Appends to the log in the directory of its first argument until it is killed, or until it exits by
 * itself after the milliseconds of its second; for each acknowledged append it prints
 * a line with the stream, revision, position and id of the last event.
 */
const [directory = '', exitAfter] = process.argv.slice(2);
const store = await openEmbeddedEventStore({ directory });
if (exitAfter !== undefined) setTimeout(() => process.exit(0), Number(exitAfter));
const appendForEver = async (stream: string): Promise<never> => {
  for (;;) {
    const events = Array.from({ length: 3 }, () => randomUUID()).map((id) => ({
      id,
      type: 'deal-noted.v1',
      data: { text: 'x'.repeat(300) },
      metadata: {},
    }));
    const { revision, position } = await appendBehind(store, stream, events);
    process.stdout.write(`${stream} ${revision} ${position} ${events.at(-1)?.id}\n`);
  }
};
await Promise.all(Array.from({ length: 16 }, (_, n) => appendForEver(`deal-${n}`)));
