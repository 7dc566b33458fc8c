import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type AppendResult,
  type EventPage,
  type EventStore,
  EventStoreCorrupt,
  EventStoreLocked,
  EventStoreUnavailable,
  type EventText,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
} from '../event-store.js';
import { serialise } from '../serialise.js';
import { closeDatabase } from './database.js';
import { lockDirectory } from './directory-lock.js';
import { GroupCommit, type WriterHere } from './group-commit.js';
import { openLogBesideWriter } from './log-file.js';
import { LogReader } from './log-reader.js';
import { logWriter } from './log-writer.js';
import { StreamEnds } from './stream-ends.js';
import type { WriterData } from './writer-worker.js';

export type EmbeddedEventStoreOptions = Readonly<{
  /** Holds the log and its lock; made when missing. One process at a time. */
  directory: string;
  /** Size that the log may not outgrow: appends beyond it are refused as on a full disk. Default: the disk's. */
  maxBytes?: number;
  /** The clock that stamps `recordedAt`, in milliseconds since 1970. Default: the system's. */
  now?: () => number;
}>;

export type EmbeddedEventStore = EventStore & {
  /** Since it was opened: appends written, and the transactions (each one flush to the disk) that they took. */
  metrics(): Readonly<{ appends: number; commits: number }>;
};

/**
 * Opens the log in one file of this machine. An acknowledged append survives kill -9 and power loss.
 * @throws EventStoreLocked, EventStoreUnavailable (the directory cannot be used, or the log is of another version)
 */
export const openEmbeddedEventStore = async (options: EmbeddedEventStoreOptions): Promise<EmbeddedEventStore> => {
  const { directory, maxBytes = null, now = Date.now } = options;
  const lock = asUnavailable(() => {
    mkdirSync(directory, { recursive: true });
    return lockDirectory(directory);
  });
  try {
    const file = join(directory, 'events.sqlite');
    const committed = new Signal();
    const busy = new Int32Array(new SharedArrayBuffer(4));
    const workerData: WriterData = { file, maxBytes, busy };
    const worker = new Worker(new URL('./writer-worker.js', import.meta.url), { workerData });
    const writer = await GroupCommit.start(worker, {
      busy,
      now,
      openHere: () => openWriterHere(file, maxBytes),
      onCommitted: () => committed.raise(),
    });
    try {
      return new SqliteEventStore(writer, new LogReader(file), committed, lock);
    } catch (error) {
      await writer.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw unavailable(error);
  }
};

const openWriterHere = (file: string, maxBytes: number | null): WriterHere => {
  const database = openLogBesideWriter(file, maxBytes);
  return { ...logWriter(database), close: () => closeDatabase(database) };
};

/** Wakes whoever waits when it is raised. */
class Signal {
  readonly #waiting = new Set<() => void>();

  raise(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves at the next raise, or when `signal` is aborted. */
  async next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    let wake = () => {};
    await new Promise<void>((resolve) => {
      wake = resolve;
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
    this.#waiting.delete(wake);
    signal.removeEventListener('abort', wake);
  }
}

class SqliteEventStore implements EmbeddedEventStore {
  #closed: Promise<void> | null = null;
  private readonly ends = new StreamEnds();

  constructor(
    private readonly writer: GroupCommit,
    private readonly reader: LogReader,
    private readonly committed: Signal,
    private readonly lock: { release: () => void },
  ) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const serialised = serialise(stream, events);
    const first = expected === 'any' ? null : expected === 'no_stream' ? 0 : Number(expected) + 1;
    return this.ends.during(stream, first, events.length, () => this.writer.append(stream, expected, serialised));
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const { from, direction = 'forwards', limit } = options;
    if (direction === 'backwards') {
      return this.#read((reader) =>
        reader.streamBackwards(stream, { low: 0, high: integer(from), limit: limit ?? -1 }),
      );
    }
    const low = from === undefined ? 0 : integer(from);
    const high = limit === undefined ? Number.MAX_SAFE_INTEGER : low + limit - 1;
    return this.#read((reader) => {
      if (this.ends.isAtEnd(stream, low)) return [];
      const events = reader.streamBackwards(stream, { low, high, limit: -1 }).reverse();
      if (limit === undefined) this.ends.learn(stream, low + events.length);
      return events;
    });
  }

  async readAll({ after, direction = 'forwards', limit }: ReadAllOptions): Promise<readonly StoredEvent[]> {
    return this.#read((reader) =>
      direction === 'forwards' ? reader.after(integer(after ?? 0n), limit) : reader.before(integer(after), limit),
    );
  }

  async readText({ after, limit }: Readonly<{ after?: bigint; limit: number }>): Promise<readonly EventText[]> {
    return this.#read((reader) => reader.textAfter(after === undefined ? null : integer(after), limit));
  }

  async *subscribe({ after, filter, pageSize = 1_000, signal }: SubscribeOptions): AsyncIterable<EventPage> {
    let position = integer(after ?? 0n);
    let isLevel = false;
    while (!signal.aborted && this.#closed === null) {
      const page = this.#read((reader) => reader.scan(position, filter, pageSize));
      if (page.position === position && isLevel) {
        await this.committed.next(signal);
        continue;
      }
      position = page.position;
      isLevel = page.caughtUp;
      yield { ...page, position: BigInt(position) };
      // Reading is synchronous: between two pages of the past everybody else gets a turn.
      if (!page.caughtUp) await nextTurn();
    }
  }

  async head(): Promise<bigint | null> {
    const head = this.#read((reader) => reader.head());
    return head === 0 ? null : BigInt(head);
  }

  async logId(): Promise<string | null> {
    return this.#read((reader) => reader.logId());
  }

  metrics(): Readonly<{ appends: number; commits: number }> {
    return this.writer.metrics();
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish();
    return this.#closed;
  }

  #read<T>(read: (reader: LogReader) => T): T {
    if (this.#closed !== null) throw new EventStoreUnavailable('The log is closed');
    return asUnavailable(() => read(this.reader));
  }

  /** The reader goes first: the writer, closing last, then leaves one file without a write-ahead log behind. */
  async #finish(): Promise<void> {
    this.reader.close();
    const written = this.writer.close();
    this.committed.raise();
    await written;
    this.lock.release();
  }
}

/** The integer to bind: past 2^53 there are no events, and the engine's own limit would be an error. */
const integer = (value: bigint | undefined): number =>
  value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);

const asUnavailable = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    throw unavailable(error);
  }
};

/** What the port's callers know how to treat: the store's own errors as they are, the engine's as what they mean. */
const unavailable = (error: unknown): Error => {
  const known = [EventStoreLocked, EventStoreCorrupt, EventStoreUnavailable].some((type) => error instanceof type);
  if (known) return error as Error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/malformed|not a database/.test(reason)) return new EventStoreCorrupt(reason, { cause: error });
  return new EventStoreUnavailable(`The log cannot be used: ${reason}`, { cause: error });
};
