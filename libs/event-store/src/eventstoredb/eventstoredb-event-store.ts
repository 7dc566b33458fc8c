import {
  type ReadAllOptions as DriverReadAll,
  type EventStoreDBClient,
  jsonEvent,
  type RecordedEvent,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  type AppendResult,
  type EventPage,
  type EventStore,
  EventStoreUnavailable,
  type EventText,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
} from '../event-store.js';
import { PAGE_CHARACTERS } from '../page-size.js';
import { type SerialisedEvent, serialise } from '../serialise.js';
import { AppendWindow } from './append-window.js';
import { finalAppendError, finalError, isNoStream } from './errors.js';
import { type Reading, readToEnd } from './reading.js';
import { isOurs, positionOf, storedEvent, textOf } from './recorded.js';
import { SharedClient } from './shared-client.js';
import { subscription } from './subscription.js';
import { CallTimedOut, DEFAULT_TIMEOUTS, pauseBeforeNext, type Timeouts, withTimeout } from './timeouts.js';

export type EventStoreDbOptions = Readonly<{
  /** `esdb://` or `esdb+discover://`, as the vendor documents it. */
  connectionString: string;
}> &
  Partial<Timeouts>;

/** Every call goes to the leader: revisions are checked, and own writes read, where they are decided. */
const FROM_LEADER = { requiresLeader: true } as const;
/** Unsuccessful appends in a row, with none under way, after which the driver's client is taken to be stuck. */
const STUCK_AFTER = 4;
const SMALLEST_PAGE = 32;
/** Before it is known how large the events are. */
const FIRST_PAGE = 64;
const LARGEST_PAGE = 4_096;

/**
 * Opens the log on an EventStoreDB or KurrentDB server, from version 23.10 on, and waits for the server to be there.
 * @throws EventStoreUnavailable when it is not within `connectMs`, or refuses the credentials
 */
export const openEventStoreDb = async ({ connectionString, ...given }: EventStoreDbOptions): Promise<EventStore> => {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...given };
  const store = new EventStoreDbEventStore(await SharedClient.acquire(connectionString), timeouts);
  try {
    await store.connect();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
};

class EventStoreDbEventStore implements EventStore {
  private readonly window = new AppendWindow();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closed = new AbortController();
  private closing: Promise<void> | null = null;
  private unsuccessful = 0;

  constructor(
    private readonly client: SharedClient,
    private readonly timeouts: Timeouts,
  ) {}

  async connect(): Promise<void> {
    await this.repeat(() => this.read({ direction: 'backwards', maxCount: 1 }), finalError, this.timeouts.connectMs);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    this.assertOpen();
    // Before anything is sent: what is not valid crashes the driver or hangs it.
    const serialised = serialise(stream, events);
    const appended = this.appendSerialised(stream, expected, serialised);
    this.underWay.add(appended);
    return appended.finally(() => this.underWay.delete(appended));
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    const { from, direction = 'forwards', limit } = options;
    if (limit === 0) return [];
    const recorded = await this.repeat(
      () =>
        this.readEvents(stream, {
          direction,
          fromRevision: from ?? (direction === 'forwards' ? 'start' : 'end'),
          ...(limit === undefined ? {} : { maxCount: limit }),
        }),
      finalError,
    );
    return recorded.map(storedEvent);
  }

  async readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]> {
    return (await this.recorded(options)).map(storedEvent);
  }

  async readText(options: Readonly<{ after?: bigint; limit: number }>): Promise<readonly EventText[]> {
    return (await this.recorded(options)).map(textOf);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<EventPage> {
    this.assertOpen();
    const signal = AbortSignal.any([options.signal, this.closed.signal]);
    return subscription(this.client, { ...options, signal }, this.timeouts.callMs);
  }

  async head(): Promise<bigint | null> {
    const [last] = await this.readAll({ direction: 'backwards', limit: 1 });
    return last?.position ?? null;
  }

  /** The server knows no identity of its log: that of its first event stands for it. */
  async logId(): Promise<string | null> {
    const [first] = await this.readAll({ limit: 1 });
    return first?.id ?? null;
  }

  close(): Promise<void> {
    this.closing ??= this.drain();
    return this.closing;
  }

  private async drain(): Promise<void> {
    this.closed.abort();
    // To dispose of the driver's client rejects the appends under way, written or not.
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    await this.client.release();
  }

  /** Events of ours in the order of the whole log: so many, or fewer of large ones, but one if there is one. */
  private async recorded({ after, direction = 'forwards', limit }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    this.assertOpen();
    const found: RecordedEvent[] = [];
    let characters = 0;
    let from = after;
    // The server cannot filter this read, so it may take several to get past its own events. Whether it gives the
    // event at `from` itself differs by direction: ask for one more, and leave it out.
    let size = Math.min(Math.max(limit + 1, SMALLEST_PAGE), FIRST_PAGE);
    while (found.length < limit) {
      const page = await this.repeat(
        () => this.read({ direction, maxCount: size, ...at(from) }, PAGE_CHARACTERS - characters),
        finalError,
      );
      const fresh = page.events.filter((event) => from === undefined || positionOf(event) !== from);
      for (const event of fresh) if (isOurs(event) && found.length < limit) found.push(event);
      characters += page.characters;
      const last = fresh.at(-1);
      if (!last || characters >= PAGE_CHARACTERS || page.events.length < size) break;
      from = positionOf(last);
      // As large as the ones before, so many more will fit.
      const fitting = found.length * (PAGE_CHARACTERS / characters - 1);
      const wanted = Math.max(2 * size, limit - found.length + 1);
      size = Math.max(
        SMALLEST_PAGE,
        Math.min(wanted, LARGEST_PAGE, found.length > 0 ? Math.ceil(fitting) + 1 : wanted),
      );
    }
    return found;
  }

  /** At an exact revision the server takes the same events again for the same append. */
  private async appendSerialised(
    stream: string,
    expected: ExpectedRevision,
    events: readonly SerialisedEvent[],
  ): Promise<AppendResult> {
    const driverEvents = events.map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: JSON.parse(data), metadata: JSON.parse(metadata) }),
    );
    const bytes = events.reduce((sum, event) => sum + bytesSent(event), 0);
    const { nextExpectedRevision: revision, position } = await this.repeat(
      () =>
        this.appendOnce(bytes, (driver) =>
          driver.appendToStream(stream, driverEvents, { expectedRevision: expected, ...FROM_LEADER }),
        ),
      (error) => finalAppendError(error, stream, expected),
    );
    return { revision, position: position?.commit ?? (await this.positionAt(stream, revision)) };
  }

  /** The server does not tell the position of an append that it had written before. */
  private async positionAt(stream: string, revision: bigint): Promise<bigint> {
    const [event] = await this.readStream(stream, { from: revision, limit: 1 });
    if (!event) throw new EventStoreUnavailable(`${stream} does not show what was appended at ${revision}`);
    return event.position;
  }

  private async appendOnce<T>(bytes: number, append: (driver: EventStoreDBClient) => Promise<T>): Promise<T> {
    const room = await this.window.enter(bytes);
    const call = this.client.append(append);
    room.hold(call);
    try {
      const result = await withTimeout(call, this.timeouts.callMs);
      this.unsuccessful = 0;
      return result;
    } catch (error) {
      if (error instanceof CallTimedOut) this.window.stalled();
      // A refused append was answered well.
      this.unsuccessful = error instanceof WrongExpectedVersionError ? 0 : this.unsuccessful + 1;
      throw error;
    }
  }

  /**
   * Repeats a call that may be repeated until it succeeds, fails for good, or has taken `forMs`. An append may: it
   * carries the same ids and the same exact revision each time.
   */
  private async repeat<T>(
    call: () => Promise<T>,
    final: (error: unknown) => Error | null,
    forMs = this.timeouts.giveUpMs,
  ): Promise<T> {
    const deadline = Date.now() + forMs;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        const refused = final(error);
        if (refused) throw refused;
        if (Date.now() >= deadline) {
          throw new EventStoreUnavailable(`The event store did not answer in ${forMs} ms`, { cause: error });
        }
        if (this.unsuccessful >= STUCK_AFTER && this.window.empty) {
          this.unsuccessful = 0;
          this.client.renew();
        }
        await pauseBeforeNext(attempt);
      }
    }
  }

  private read(options: DriverReadAll & { direction: 'forwards' | 'backwards' }, mostCharacters?: number) {
    const { direction, fromPosition = direction === 'forwards' ? 'start' : 'end', ...rest } = options;
    return this.reading(
      (driver) => driver.readAll({ direction, fromPosition, ...rest, ...FROM_LEADER }),
      mostCharacters,
    );
  }

  private async readEvents(
    stream: string,
    options: { direction: 'forwards' | 'backwards'; fromRevision: bigint | 'start' | 'end'; maxCount?: number },
  ) {
    try {
      const { events } = await this.reading((driver) => driver.readStream(stream, { ...options, ...FROM_LEADER }));
      return events;
    } catch (error) {
      if (isNoStream(error)) return [];
      throw error;
    }
  }

  private async reading(
    begin: (driver: EventStoreDBClient) => Parameters<typeof readToEnd>[0],
    mostCharacters?: number,
  ): Promise<Reading> {
    const { driver, giveBack } = this.client.borrow();
    try {
      return await readToEnd(begin(driver), this.timeouts.callMs, mostCharacters);
    } finally {
      giveBack();
    }
  }

  private assertOpen(): void {
    if (this.closing) throw new EventStoreUnavailable('The event store has been closed');
  }
}

/** About what an event takes on its way to the server: its text, and its id, type and content type around it. */
const bytesSent = ({ data, metadata }: SerialisedEvent): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + 150;

/** Our events are never part of an explicit transaction: both halves of their position are the same. */
const at = (position: bigint | undefined): Pick<DriverReadAll, 'fromPosition'> =>
  position === undefined ? {} : { fromPosition: { commit: position, prepare: position } };
