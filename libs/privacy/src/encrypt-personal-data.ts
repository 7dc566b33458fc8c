import {
  type EventStore,
  EventStoreCorrupt,
  EventStoreUnavailable,
  type StoredEvent,
} from '#event-store/event-store.js';
import type { KeyRing } from './key-ring.js';
import { KeyStoreUnavailable } from './key-store.js';
import { type PersonalCatalogue, sealed, sealedFor, subjectOf, unsealed } from './personal-fields.js';

/**
 * The log with the personal data in it encrypted, per subject. Whoever reads through it sees events as they were
 * appended; of a subject whose key is destroyed the personal fields read as erased. Events that were stored before
 * they were declared personal are read as they are.
 */
export const encryptPersonalData = (log: EventStore, keys: KeyRing, catalogue: PersonalCatalogue): EventStore => {
  const revealed = async (events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> => {
    const subjects = new Set<string>();
    for (const event of events) {
      const subject = sealedFor(event);
      if (subject !== null) subjects.add(subject);
    }
    if (subjects.size === 0) return events;
    const found = await available(() => keys.find(subjects));
    return events.map((event) => {
      const subject = sealedFor(event);
      if (subject === null) return event;
      const key = found.get(subject);
      if (key !== undefined) return unsealed(event, key);
      throw new EventStoreCorrupt(
        `The key that reads the event at position ${event.position} is neither kept nor destroyed: restore the key store from its backup`,
      );
    });
  };
  return {
    append: async (stream, expected, events) => {
      if (!events.some(({ type }) => catalogue.has(type))) return log.append(stream, expected, events);
      const stored = await available(() =>
        Promise.all(
          events.map(async (event) => {
            const subject = subjectOf(catalogue, event);
            return subject === null ? event : sealed(catalogue, event, subject, await keys.obtain(subject));
          }),
        ),
      );
      return log.append(stream, expected, stored);
    },
    readStream: async (stream, options) => revealed(await log.readStream(stream, options)),
    readAll: async (options) => revealed(await log.readAll(options)),
    subscribe: async function* (options) {
      for await (const page of log.subscribe(options)) yield { ...page, events: await revealed(page.events) };
    },
    // As it is stored: that is what is sealed and verified.
    readText: (options) => log.readText(options),
    head: () => log.head(),
    logId: () => log.logId(),
    close: () => log.close(),
  };
};

/** Whoever appends or reads knows what it means that the log is away: without its keys it is. */
const available = async <T>(action: () => Promise<T>): Promise<T> => {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof KeyStoreUnavailable)) throw error;
    throw new EventStoreUnavailable(error.message, { cause: error });
  }
};
