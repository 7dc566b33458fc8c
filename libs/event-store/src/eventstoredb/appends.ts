import { type EventStoreDBClient, jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import type { ExpectedRevision, NewEvent } from '../event-store.js';
import { type SerialisedEvent, serialise } from '../serialise.js';
import { AppendWindow } from './append-window.js';
import { finalAppendError } from './errors.js';
import { FROM_LEADER } from './reads.js';
import { repeat } from './repeat.js';
import type { SharedClient } from './shared-client.js';
import { CallTimedOut, type Timeouts, withTimeout } from './timeouts.js';

/** Unsuccessful appends in a row, with none under way, after which the driver's client is taken to be stuck. */
const STUCK_AFTER = 4;

/** `position` is null where the server does not tell it. */
export type Appended = Readonly<{ revision: bigint; position: bigint | null }>;

/** Appends to streams, each until it is known what became of it. */
export class Appends {
  private readonly window = new AppendWindow();
  private unsuccessful = 0;

  constructor(
    private readonly client: SharedClient,
    private readonly timeouts: Timeouts,
  ) {}

  /** At an exact revision the server takes the same events again for the same append. */
  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    // Before anything is sent: what is not valid crashes the driver or hangs it.
    const serialised = serialise(stream, events);
    const driverEvents = serialised.map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: JSON.parse(data), metadata: JSON.parse(metadata) }),
    );
    const bytes = serialised.reduce((sum, event) => sum + bytesSent(event), 0);
    const { nextExpectedRevision: revision, position } = await repeat(
      () =>
        this.once(bytes, (driver) =>
          driver.appendToStream(stream, driverEvents, { expectedRevision: expected, ...FROM_LEADER }),
        ),
      {
        final: (error) => finalAppendError(error, stream, expected),
        forMs: this.timeouts.giveUpMs,
        onFailure: () => this.renewIfStuck(),
      },
    );
    // The server does not tell the position of an append that it had written before.
    return { revision, position: position?.commit ?? null };
  }

  /** Goes on with a fresh client of the driver when appends keep failing on this one. */
  renewIfStuck(): void {
    if (this.unsuccessful < STUCK_AFTER || !this.window.empty) return;
    this.unsuccessful = 0;
    this.client.renew();
  }

  private async once<T>(bytes: number, append: (driver: EventStoreDBClient) => Promise<T>): Promise<T> {
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
}

/** About what an event takes on its way to the server: its text, and its id, type and content type around it. */
const bytesSent = ({ data, metadata }: SerialisedEvent): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + 150;
