import { type EventStore, EventStoreUnavailable } from '#event-store/event-store.js';

/** What happens to a call: nothing bad; it fails before it does anything; or it is done and its answer is lost. */
export type Fault = 'none' | 'fails' | 'answer lost';

/**
 * An event store whose reads of streams and appends meet faults: `next` is asked before each of these calls. The error
 * is the same in both bad cases, as it is for a caller of a real store.
 */
export const faultyEventStore = (
  store: EventStore,
  next: (call: Readonly<{ kind: 'append' | 'read'; stream: string }>) => Fault,
): EventStore => {
  const unavailable = () => new EventStoreUnavailable('No answer (made up by the spec)');
  const meet = async <T>(kind: 'append' | 'read', stream: string, call: () => Promise<T>): Promise<T> => {
    const fault = next({ kind, stream });
    if (fault === 'fails') throw unavailable();
    const result = await call();
    if (fault === 'answer lost') throw unavailable();
    return result;
  };
  return {
    append: (stream, expected, events) => meet('append', stream, () => store.append(stream, expected, events)),
    readStream: (stream, options) => meet('read', stream, () => store.readStream(stream, options)),
    readAll: (options) => store.readAll(options),
    readText: (options) => store.readText(options),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    logId: () => store.logId(),
    close: () => store.close(),
  };
};
