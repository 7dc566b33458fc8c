import {
  type EventPage,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
  WrongExpectedRevision,
} from '#event-store/event-store.js';

/**
 * Shows a log that others have written to as a fresh one: only what was appended to its own streams, whose names get a
 * prefix, after the head that the log had when the window was opened. So the contract runs on a server that is not empty.
 */
export const windowOnLog = (store: EventStore, prefix: string, start: bigint | null): EventStore => {
  const isMine = ({ stream, position }: StoredEvent): boolean =>
    stream.startsWith(prefix) && (start === null || position > start);
  const mine = (events: readonly StoredEvent[]): StoredEvent[] =>
    events.filter(isMine).map((event) => ({ ...event, stream: event.stream.slice(prefix.length) }));
  // A name that no store takes has to stay one.
  const inside = (stream: string): string => (stream === '' || stream.startsWith('$') ? stream : prefix + stream);
  const afterStart = (after: bigint | undefined): { after?: bigint } => {
    if (start === null) return after === undefined ? {} : { after };
    return { after: after === undefined || after < start ? start : after };
  };

  const readAll = async (options: ReadAllOptions): Promise<readonly StoredEvent[]> => {
    const { after, direction = 'forwards', limit } = options;
    const found: StoredEvent[] = [];
    let from = direction === 'forwards' ? afterStart(after) : after === undefined ? {} : { after };
    while (found.length < limit) {
      const asked = Math.max(limit, 100);
      const page = await store.readAll({ direction, limit: asked, ...from });
      found.push(...mine(page));
      const last = page.at(-1);
      // A short page is the last one, or has large events.
      if (found.length > 0 && page.length < asked) break;
      if (!last || (direction === 'backwards' && start !== null && last.position <= start)) break;
      from = { after: last.position };
    }
    return found.slice(0, limit);
  };

  async function* subscribe({ after, ...rest }: SubscribeOptions): AsyncGenerator<EventPage> {
    for await (const page of store.subscribe({ ...rest, ...afterStart(after) }))
      yield { ...page, events: mine(page.events) };
  }

  return {
    append: async (stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) => {
      try {
        return await store.append(inside(stream), expected, events);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        throw new WrongExpectedRevision(stream, error.expected, error.actual);
      }
    },
    readStream: async (stream: string, options?: ReadStreamOptions) =>
      mine(await store.readStream(inside(stream), options)),
    readAll,
    readText: async ({ after, limit }) =>
      (await store.readText({ ...afterStart(after), limit }))
        .filter(({ stream }) => stream.startsWith(prefix))
        .map((event) => ({ ...event, stream: event.stream.slice(prefix.length) })),
    subscribe,
    head: async () => (await readAll({ direction: 'backwards', limit: 1 }))[0]?.position ?? null,
    logId: () => store.logId(),
    close: () => store.close(),
  };
};
