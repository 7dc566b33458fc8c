import { EventEmitter, once } from 'node:events';

export type ProposedEvent = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

export type RecordedEvent = ProposedEvent &
  Readonly<{ stream: string; revision: bigint; position: bigint; createdAt: number }>;

export type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

export type Appended =
  | Readonly<{ revision: bigint; position: bigint | null }>
  | Readonly<{ current: bigint | null }>
  | Readonly<{ badRequest: true }>
  | Readonly<{ tooLarge: number }>;

/** The server's default of `EVENTSTORE_MAX_APPEND_SIZE`, in bytes. */
const MAX_APPEND_SIZE = 1_048_576;
const STATISTICS_EVERY = 7;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EMPTY_ID = '00000000-0000-0000-0000-000000000000';
const NOTHING = new Uint8Array();

/**
 * The log of the double, in memory. Like the server's, its positions are byte offsets, so they grow with gaps, and
 * events of the server itself (`$`) stand between those of its clients.
 */
export class Log {
  readonly records: RecordedEvent[] = [];
  /** The clock that its events are stamped with, in milliseconds since 1970. */
  now: () => number = Date.now;
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly appended = new EventEmitter().setMaxListeners(0);
  private nextPosition = 0n;
  private appends = 0;

  constructor() {
    this.recordOwn('$$$settings', '$metadata');
    this.recordOwn('$user-admin', '$UserCreated');
  }

  stream(name: string): readonly RecordedEvent[] {
    return this.streams.get(name) ?? [];
  }

  async grown(signal: AbortSignal): Promise<void> {
    await once(this.appended, 'appended', { signal });
  }

  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Appended {
    if (stream === '' || events.some(({ id, type }) => !UUID.test(id) || id === EMPTY_ID || type === '')) {
      return { badRequest: true };
    }
    const size = events.reduce(
      (sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length,
      0,
    );
    if (size > MAX_APPEND_SIZE) return { tooLarge: MAX_APPEND_SIZE };
    const existing = this.stream(stream);
    const last = BigInt(existing.length) - 1n;
    const repeated = this.repeated(existing, expected, events);
    // The server does not promise the position of a repeated append, so the double gives none.
    if (repeated !== null) return { revision: repeated, position: null };
    if (!matches(expected, last)) return { current: last < 0n ? null : last };
    for (const event of events) this.record(stream, event);
    this.appends += 1;
    const result = { revision: last + BigInt(events.length), position: this.records.at(-1)?.position ?? null };
    if (this.appends % STATISTICS_EVERY === 0) this.recordOwn('$stats-127.0.0.1:2113', '$statsCollected');
    this.appended.emit('appended');
    return result;
  }

  /** Appends an event of the server itself. */
  recordOwn(stream: string, type: string): void {
    const json = { contentType: 'application/json', data: Buffer.from('{}'), metadata: NOTHING };
    this.record(stream, { id: crypto.randomUUID(), type, ...json });
    this.appended.emit('appended');
  }

  /** Revision of the last event of the same append made before; null when it is a new one. */
  private repeated(
    existing: readonly RecordedEvent[],
    expected: Expected,
    events: readonly ProposedEvent[],
  ): bigint | null {
    const exact = typeof expected === 'bigint' ? expected : expected === 'no_stream' ? -1n : null;
    const start = exact === null ? existing.findIndex(({ id }) => id === events[0]?.id) : Number(exact) + 1;
    if (events.length === 0 || start < 0) return null;
    return events.every(({ id }, n) => existing[start + n]?.id === id) ? BigInt(start + events.length) - 1n : null;
  }

  private record(stream: string, event: ProposedEvent): void {
    const own = this.streams.get(stream) ?? [];
    const recorded = {
      ...event,
      stream,
      revision: BigInt(own.length),
      position: this.nextPosition,
      createdAt: this.now(),
    };
    this.nextPosition += BigInt(120 + stream.length + event.type.length + event.data.length + event.metadata.length);
    this.records.push(recorded);
    this.streams.set(stream, own);
    own.push(recorded);
  }
}

const matches = (expected: Expected, last: bigint): boolean => {
  if (expected === 'any') return true;
  if (expected === 'stream_exists') return last >= 0n;
  return last === (expected === 'no_stream' ? -1n : expected);
};
