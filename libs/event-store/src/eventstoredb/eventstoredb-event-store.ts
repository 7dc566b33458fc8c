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
import { Appends } from './appends.js';
import { Reads } from './reads.js';
import { storedEvent, textOf } from './recorded.js';
import { SharedClient } from './shared-client.js';
import { subscription } from './subscription.js';
import { DEFAULT_TIMEOUTS, type Timeouts } from './timeouts.js';

export type EventStoreDbOptions = Readonly<{
  /** `esdb://` or `esdb+discover://`, as the vendor documents it. */
  connectionString: string;
}> &
  Partial<Timeouts>;

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

/** The log on a server: reads, appends and subscriptions on the one client of the process. */
class EventStoreDbEventStore implements EventStore {
  private readonly appends: Appends;
  private readonly reads: Reads;
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closed = new AbortController();
  private closing: Promise<void> | null = null;

  constructor(
    private readonly client: SharedClient,
    private readonly timeouts: Timeouts,
  ) {
    this.appends = new Appends(client, timeouts);
    this.reads = new Reads(client, timeouts, () => this.appends.renewIfStuck());
  }

  connect(): Promise<void> {
    return this.reads.connect();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    this.assertOpen();
    const appended = this.appendAndPlace(stream, expected, events);
    this.underWay.add(appended);
    return appended.finally(() => this.underWay.delete(appended));
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    return (await this.reads.stream(stream, options)).map(storedEvent);
  }

  async readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    return (await this.reads.all(options)).map(storedEvent);
  }

  async readText(options: Readonly<{ after?: bigint; limit: number }>): Promise<readonly EventText[]> {
    this.assertOpen();
    return (await this.reads.all(options)).map(textOf);
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

  private async appendAndPlace(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    const { revision, position } = await this.appends.append(stream, expected, events);
    return { revision, position: position ?? (await this.positionAt(stream, revision)) };
  }

  private async positionAt(stream: string, revision: bigint): Promise<bigint> {
    const [event] = await this.readStream(stream, { from: revision, limit: 1 });
    if (!event) throw new EventStoreUnavailable(`${stream} does not show what was appended at ${revision}`);
    return event.position;
  }

  private assertOpen(): void {
    if (this.closing) throw new EventStoreUnavailable('The event store has been closed');
  }
}
