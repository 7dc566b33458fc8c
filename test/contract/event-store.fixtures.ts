import { randomUUID } from 'node:crypto';
import { type AppendResult, type EventStore, type NewEvent, WrongExpectedRevision } from '#event-store/event-store.js';

export const newEvent = (type = 'deal-opened.v1', data: NewEvent['data'] = { n: 1 }): NewEvent => ({
  id: randomUUID(),
  type,
  data,
  metadata: { by: 'rep-1' },
});

export const newEvents = (count: number, type?: string): NewEvent[] =>
  Array.from({ length: count }, (_, n) => newEvent(type, { n }));

/** Appends behind whatever the stream has by then: for who does not care at which revision. */
export const appendBehind = async (
  store: Pick<EventStore, 'append' | 'readStream'>,
  stream: string,
  events: readonly NewEvent[],
): Promise<AppendResult> => {
  for (;;) {
    const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    try {
      return await store.append(stream, last?.revision ?? 'no_stream', events);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
};
