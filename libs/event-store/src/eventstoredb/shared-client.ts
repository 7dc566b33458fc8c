import { EventStoreDBClient } from '@eventstore/db-client';

/** Between two fresh clients, in milliseconds: a server that is away for an hour is asked no more often for it. */
const RENEWED_EVERY_MS = 10_000;

/** A client of the driver, and how many reads and subscriptions it serves. */
type Client = { readonly driver: EventStoreDBClient; serves: number };

/**
 * The driver keeps the pending appends of all its clients in one map: an error of one client's connection, or its
 * disposal, rejects the appends of every other, and an answer that then arrives for one of them throws where nothing
 * can catch it. So a process has one client at a time, shared by all stores on the same connection string, and disposes
 * of one only while no append is under way.
 */
export class SharedClient {
  private static current: SharedClient | null = null;
  private static disposed: Promise<unknown> = Promise.resolve();

  private client: Client;
  /** Older ones, which serve what they had begun. */
  private readonly retired = new Set<Client>();
  private renewedAt = Number.NEGATIVE_INFINITY;
  private users = 0;
  private appends = 0;
  private disposing: Promise<unknown> | null = null;

  private constructor(private readonly connectionString: string) {
    this.client = this.connected();
  }

  /** @throws Error when the process has a client of another connection string, or the string asks for the impossible. */
  static async acquire(connectionString: string): Promise<SharedClient> {
    // With this option the driver reports a refused append as written, at a wrong revision.
    if (/throwonappendfailure=false/i.test(connectionString.replace(/[_-]/g, ''))) {
      throw new Error('The connection string must not say throwOnAppendFailure=false');
    }
    // A client that is being disposed of is still a client.
    await SharedClient.disposed;
    SharedClient.current ??= new SharedClient(connectionString);
    if (SharedClient.current.connectionString !== connectionString) {
      throw new Error('This process has an event store open on another connection string: close that one first');
    }
    SharedClient.current.users += 1;
    return SharedClient.current;
  }

  /** Runs an append; it is under way until the driver's promise has settled, whoever waits for it. */
  async append<T>(call: (driver: EventStoreDBClient) => Promise<T>): Promise<T> {
    while (this.disposing) await this.disposing;
    this.appends += 1;
    try {
      return await call(this.client.driver);
    } finally {
      this.appends -= 1;
      this.disposeOfDrained();
    }
  }

  /** A client to read or subscribe with, which stays until it is given back. */
  borrow(): Readonly<{ driver: EventStoreDBClient; giveBack: () => void }> {
    const { client } = this;
    client.serves += 1;
    const giveBack = (): void => {
      client.serves -= 1;
      this.disposeOfDrained();
    };
    return { driver: client.driver, giveBack };
  }

  /**
   * Goes on with a fresh client, unless this one is nearly fresh. The driver asks each server once what it can do and
   * keeps a failed answer for ever. The old client serves its reads and subscriptions to their end, and is disposed of then.
   */
  renew(): void {
    if (performance.now() - this.renewedAt < RENEWED_EVERY_MS) return;
    this.renewedAt = performance.now();
    this.retired.add(this.client);
    this.client = this.connected();
    this.disposeOfDrained();
  }

  /** Disposes of the client when its last user lets go: the appends must be over. */
  async release(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    if (SharedClient.current === this) SharedClient.current = null;
    const clients = [...this.retired, this.client];
    this.retired.clear();
    SharedClient.disposed = Promise.allSettled([this.disposing, ...clients.map(({ driver }) => driver.dispose())]);
    await SharedClient.disposed;
  }

  private disposeOfDrained(): void {
    if (this.appends > 0 || this.disposing) return;
    const drained = [...this.retired].filter(({ serves }) => serves === 0);
    if (drained.length === 0) return;
    for (const client of drained) this.retired.delete(client);
    this.disposing = Promise.allSettled(drained.map(({ driver }) => driver.dispose())).finally(() => {
      this.disposing = null;
      this.disposeOfDrained();
    });
  }

  private connected(): Client {
    return { driver: EventStoreDBClient.connectionString(this.connectionString), serves: 0 };
  }
}
