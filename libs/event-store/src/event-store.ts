import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';

/** An event to append. `id` is a UUID: the same id at the same expected revision is the same append. */
export type NewEvent = Readonly<{
  id: string;
  /** Stored name and version, `deal-advanced.v1`. */
  type: string;
  data: { readonly [key: string]: Json };
  metadata: { readonly [key: string]: Json };
}>;

export type StoredEvent = NewEvent &
  Readonly<{
    stream: string;
    /** Place in its stream, from 0, without gaps. */
    revision: bigint;
    /** Place in the whole log; grows, may have gaps. */
    position: bigint;
    /**
     * When the store recorded it, by its own clock. It never decreases along positions in the embedded log; the clock of a
     * server may be set back, and that of the next leader of a cluster be behind.
     */
    recordedAt: Instant;
    /** Why the event cannot be read, when its data or metadata are no JSON object: what cannot be read is then empty here. */
    unreadable?: string;
  }>;

/** An event as the store has it, unread: for who checks or copies the log. */
export type EventText = Readonly<{
  position: bigint;
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  /** When the store recorded it, in milliseconds since 1970. */
  recordedAt: number;
  /** JSON, as text. */
  data: string;
  metadata: string;
}>;

/** Revision of the stream's last event, or `no_stream` when it must not exist yet. */
export type ExpectedRevision = bigint | 'no_stream';

/** Revision and position of the last event that the append wrote. */
export type AppendResult = Readonly<{ revision: bigint; position: bigint }>;

export type ReadStreamOptions = Readonly<{
  /** First revision to read (inclusive). Default: the first event; backwards: the last. */
  from?: bigint;
  direction?: 'forwards' | 'backwards';
  /** At most so many events. Default: all. */
  limit?: number;
}>;

export type ReadAllOptions = Readonly<{
  /** Read what comes after this position (exclusive); backwards: before it. Default: from the start; backwards: the end. */
  after?: bigint;
  direction?: 'forwards' | 'backwards';
  limit: number;
}>;

export type SubscribeOptions = Readonly<{
  /** Deliver what comes after this position (exclusive). Default: from the start. */
  after?: bigint;
  /** At most so many events a page, fewer of large ones. Default 1,000. */
  pageSize?: number;
  /** Ends the subscription: the iteration then finishes without an error. */
  signal: AbortSignal;
}>;

/** A run of consecutive events. */
export type EventPage = Readonly<{
  events: readonly StoredEvent[];
  /** Everything up to and including here has been delivered: save it once `events` are processed. */
  position: bigint;
  /** Nothing newer was in the log when this page was read. */
  caughtUp: boolean;
}>;

export const EVENT_STORE = Symbol('EventStore');
/** The same log with its events as they are stored, whatever is encrypted in them: what is sealed and verified. */
export const STORED_LOG = Symbol('StoredLog');

/** The log. One instance per process; every method may be called concurrently. */
export interface EventStore {
  /**
   * Appends all events or none, durably before it resolves. Appending nothing is an error of the caller.
   * Repeating an append with the same ids and the same expected revision returns the first result.
   * @throws WrongExpectedRevision, EventStoreUnavailable (nothing is known to be written: repeat it), InvalidEvent
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /** Events of one stream in order; empty when there is no such stream. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>;
  /**
   * One page of the whole log in order; empty at its end only. It may have fewer events than `limit`, where more would
   * take too much memory.
   */
  readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]>;
  /** As `readAll` forwards, without reading the JSON: whatever was done to the text, it is told and not judged. */
  readText(options: Readonly<{ after?: bigint; limit: number }>): Promise<readonly EventText[]>;
  /**
   * Catch-up subscription: pages from the past, then live ones as they are appended. It reconnects by itself
   * after a lost connection, from the last page that was consumed: in order, without gap or double.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<EventPage>;
  /** Position of the last event; null in an empty log. */
  head(): Promise<bigint | null>;
  /** Identity of the log, which no other log has but a copy of it; null: not known before there is an event. */
  logId(): Promise<string | null>;
  /** Waits for appends under way, then lets go of everything. */
  close(): Promise<void>;
}

/** The stream is not at the revision that the append expected. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: bigint | 'no_stream' | 'unknown',
  ) {
    super(`Stream ${stream} is at ${actual}, expected ${expected}`);
  }
}

/** The store cannot be reached or did not answer in time. An append may or may not have been written. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** Another process has the log open, or another store of this one. */
export class EventStoreLocked extends Error {
  override readonly name = 'EventStoreLocked';
  constructor(
    readonly directory: string,
    /** Process id of the holder. */
    readonly pid: number | 'unknown',
  ) {
    super(`The log in ${directory} is in use by process ${pid}`);
  }
}

/** An event that no store may take: bad id, empty type, data that is not JSON, too large. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
}

/** The bytes of the store do not say what the store wrote. */
export class EventStoreCorrupt extends Error {
  override readonly name = 'EventStoreCorrupt';
}

/** Where an event stands: its stream, its revision there, and the name under which it is stored. */
export type EventPlace = Pick<StoredEvent, 'stream' | 'revision' | 'type'>;

/**
 * An event of the log that this program cannot read: another program wrote it, or a newer version of this one. Its
 * stream cannot be folded; the others can. `reason` goes on where a sentence about the event began.
 */
export class UnreadableEvent extends Error {
  override readonly name: string = 'UnreadableEvent';
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;

  constructor(
    { stream, revision, type }: EventPlace,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The event ${type} at revision ${revision} of the stream ${stream} ${reason}`, options);
    this.stream = stream;
    this.revision = revision;
    this.type = type;
  }
}
