import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BroadcastChannel, Worker } from 'node:worker_threads';
import { closeDatabase } from '#sqlite/database.js';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  ReadStreamOptions,
  StoredEvent,
} from '../event-store.js';
import { serialise } from '../serialise.js';
import { lockDirectory } from './directory-lock.js';
import { GroupCommit, type WriterHere } from './group-commit.js';
import { openLogBesideWriter } from './log-file.js';
import { LogReader } from './log-reader.js';
import { asUnavailable, eventsOf, growthOf, integer, LOG_FILE, LogView, unavailable } from './log-view.js';
import { logWriter } from './log-writer.js';
import { Signal } from './signal.js';
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
    const file = join(directory, LOG_FILE);
    const committed = new Signal();
    const growth = growthOf(directory);
    const onCommitted = (): void => {
      committed.raise();
      growth.postMessage(null);
    };
    const busy = new Int32Array(new SharedArrayBuffer(4));
    const workerData: WriterData = { file, maxBytes, busy };
    const worker = new Worker(new URL('./writer-worker.js', import.meta.url), { workerData });
    const writer = await GroupCommit.start(worker, {
      busy,
      now,
      openHere: () => openWriterHere(file, maxBytes),
      onCommitted,
    });
    try {
      return new SqliteEventStore(writer, new LogReader(file), committed, lock, growth);
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

class SqliteEventStore extends LogView implements EmbeddedEventStore {
  #closed: Promise<void> | null = null;
  private readonly ends = new StreamEnds();

  constructor(
    private readonly writer: GroupCommit,
    reader: LogReader,
    committed: Signal,
    private readonly lock: { release: () => void },
    private readonly growth: BroadcastChannel,
  ) {
    super(reader, committed);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const serialised = serialise(stream, events);
    const first = expected === 'no_stream' ? 0 : Number(expected) + 1;
    return this.ends.during(stream, first, events.length, () => this.writer.append(stream, expected, serialised));
  }

  override async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const { from = 0n, direction = 'forwards', limit } = options;
    return this.read((reader) => {
      if (direction === 'forwards' && this.ends.isAtEnd(stream, integer(from))) return [];
      const events = eventsOf(reader, stream, options);
      if (direction === 'forwards' && limit === undefined) this.ends.learn(stream, integer(from) + events.length);
      return events;
    });
  }

  metrics(): Readonly<{ appends: number; commits: number }> {
    return this.writer.metrics();
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish();
    return this.#closed;
  }

  /** The reader goes first: the writer, closing last, then leaves one file without a write-ahead log behind. */
  async #finish(): Promise<void> {
    this.stopReading();
    await this.writer.close();
    this.growth.close();
    this.lock.release();
  }
}
