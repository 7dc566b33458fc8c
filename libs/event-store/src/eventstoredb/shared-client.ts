import { EventStoreDBClient } from '@eventstore/db-client';

/**
 * The driver keeps the pending appends of all its clients in one map: an error of one client's connection, or its
 * disposal, rejects the appends of every other, and an answer that then arrives for one of them throws where nothing
 * can catch it. So a process has one client at a time, shared by all stores on the same connection string.
 */
export class SharedClient {
  private static current: SharedClient | null = null;
  private static disposed: Promise<unknown> = Promise.resolve();

  private readonly clients: EventStoreDBClient[] = [];
  private users = 0;

  private constructor(private readonly connectionString: string) {
    this.clients.push(EventStoreDBClient.connectionString(connectionString));
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

  get driver(): EventStoreDBClient {
    const client = this.clients.at(-1);
    if (!client) throw new Error('The client has been disposed of');
    return client;
  }

  /**
   * Goes on with a fresh client. The driver asks each server once what it can do and keeps a failed answer for ever.
   * Only while no append is under way. The old client serves its reads and subscriptions to their end.
   */
  renew(): void {
    this.clients.push(EventStoreDBClient.connectionString(this.connectionString));
  }

  /** Disposes of the client when its last user lets go: the appends must be over. */
  async release(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    if (SharedClient.current === this) SharedClient.current = null;
    SharedClient.disposed = Promise.allSettled(this.clients.splice(0).map((client) => client.dispose()));
    await SharedClient.disposed;
  }
}
