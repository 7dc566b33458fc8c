import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BroadcastChannel } from 'node:worker_threads';
import {
  type AppendResult,
  type EventPage,
  type EventStore,
  EventStoreCorrupt,
  EventStoreLocked,
  EventStoreUnavailable,
  type EventText,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
} from '../event-store.js';
import { LogReader } from './log-reader.js';
import { Signal } from './signal.js';

/** File of the log in its directory. */
export const LOG_FILE = 'events.sqlite';

/** Threads of this process hear on it when the log of that directory has grown. */
export const growthOf = (directory: string): BroadcastChannel => {
  const channel = new BroadcastChannel(`log growth: ${directory}`);
  // Nobody stays alive to listen.
  channel.unref();
  return channel;
};

/**
 * The log of an embedded store that another thread of this process has open, to read and follow it here: what is
 * committed there is told here.
 * @throws EventStoreUnavailable
 */
export const openEmbeddedLogView = async ({ directory }: Readonly<{ directory: string }>): Promise<EventStore> => {
  const committed = new Signal();
  const growth = growthOf(directory);
  growth.onmessage = () => committed.raise();
  const view = new LogView(
    asUnavailable(() => new LogReader(join(directory, LOG_FILE))),
    committed,
  );
  return Object.assign(view, {
    append: (): Promise<AppendResult> =>
      Promise.reject(new EventStoreUnavailable('This is a view of the log: read only')),
    close: async (): Promise<void> => {
      growth.close();
      view.stopReading();
    },
  });
};

/** Reads an embedded log, through a connection of its own. */
export class LogView implements Omit<EventStore, 'append' | 'close'> {
  protected isClosed = false;

  constructor(
    private readonly reader: LogReader,
    private readonly committed: Signal,
  ) {}

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    return this.read((reader) => eventsOf(reader, stream, options));
  }

  async readAll({ after, direction = 'forwards', limit }: ReadAllOptions): Promise<readonly StoredEvent[]> {
    return this.read((reader) =>
      direction === 'forwards' ? reader.after(integer(after ?? 0n), limit) : reader.before(integer(after), limit),
    );
  }

  async readText({ after, limit }: Readonly<{ after?: bigint; limit: number }>): Promise<readonly EventText[]> {
    return this.read((reader) => reader.textAfter(after === undefined ? null : integer(after), limit));
  }

  async *subscribe({ after, pageSize = 1_000, signal }: SubscribeOptions): AsyncIterable<EventPage> {
    let position = integer(after ?? 0n);
    let isLevel = false;
    while (!signal.aborted && !this.isClosed) {
      const page = this.read((reader) => reader.scan(position, pageSize));
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
    const head = this.read((reader) => reader.head());
    return head === 0 ? null : BigInt(head);
  }

  async logId(): Promise<string | null> {
    return this.read((reader) => reader.logId());
  }

  /** Nothing is read any more, and whoever follows comes to an end. */
  stopReading(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.reader.close();
    this.committed.raise();
  }

  protected read<T>(read: (reader: LogReader) => T): T {
    if (this.isClosed) throw new EventStoreUnavailable('The log is closed');
    return asUnavailable(() => read(this.reader));
  }
}

/** The events of a stream that the options ask for, in their order. */
export const eventsOf = (reader: LogReader, stream: string, options: ReadStreamOptions): readonly StoredEvent[] => {
  const { from, direction = 'forwards', limit } = options;
  if (direction === 'backwards') {
    return reader.streamBackwards(stream, { low: 0, high: integer(from), limit: limit ?? -1 });
  }
  const low = from === undefined ? 0 : integer(from);
  const high = limit === undefined ? Number.MAX_SAFE_INTEGER : low + limit - 1;
  return reader.streamBackwards(stream, { low, high, limit: -1 }).reverse();
};

/** The integer to bind: past 2^53 there are no events, and the engine's own limit would be an error. */
export const integer = (value: bigint | undefined): number =>
  value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);

export const asUnavailable = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    throw unavailable(error);
  }
};

const KNOWN = [EventStoreLocked, EventStoreCorrupt, EventStoreUnavailable];

/** What the port's callers know how to treat: the store's own errors as they are, the engine's as what they mean. */
export const unavailable = (error: unknown): Error => {
  if (KNOWN.some((type) => error instanceof type)) return error as Error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/malformed|not a database/.test(reason)) return new EventStoreCorrupt(reason, { cause: error });
  return new EventStoreUnavailable(`The log cannot be used: ${reason}`, { cause: error });
};
