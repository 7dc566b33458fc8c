import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { millisecondsOf } from '#kernel/instant.js';
import { closeDatabase, type Database } from '#sqlite/database.js';
import { EventStoreLocked, EventStoreUnavailable, type ReadAllOptions, type StoredEvent } from '../event-store.js';
import { CannotRestore, type LogRestore, type RestoreOrigin } from '../log-restore.js';
import { lockDirectory } from './directory-lock.js';
import { openLogForRestoring, setProperty } from './log-file.js';
import { LogReader } from './log-reader.js';

export type EmbeddedLogRestoreOptions = Readonly<{
  directory: string;
  /** Keep the positions of the events (default), or number them anew: those of another kind of store are of its own. */
  keepPositions?: boolean;
}>;

/**
 * Opens the log in `directory`, made when missing, to restore into it.
 * @throws EventStoreLocked, EventStoreUnavailable
 */
export const openEmbeddedLogRestore = async ({
  directory,
  keepPositions = true,
}: EmbeddedLogRestoreOptions): Promise<LogRestore> => {
  mkdirSync(directory, { recursive: true });
  const lock = lockDirectory(directory);
  try {
    const file = join(directory, 'events.sqlite');
    const database = openLogForRestoring(file);
    return new EmbeddedLogRestore(database, new LogReader(file), lock, keepPositions);
  } catch (error) {
    lock.release();
    throw unavailable(error);
  }
};

type End = Readonly<{ revision: number; last: number }>;

class EmbeddedLogRestore implements LogRestore {
  readonly #streamEnd;
  readonly #insertEvent;
  readonly #moveStream;
  readonly #logEnd;

  constructor(
    private readonly database: Database,
    private readonly reader: LogReader,
    private readonly lock: { release: () => void },
    readonly keepsPositions: boolean,
  ) {
    this.#streamEnd = database.prepare('SELECT revision, last FROM streams WHERE name = ?');
    this.#insertEvent = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#moveStream = database.prepare('INSERT OR REPLACE INTO streams VALUES (?, ?, ?)');
    this.#logEnd = database.prepare(
      'SELECT position, recorded_at AS recordedAt FROM events ORDER BY position DESC LIMIT 1',
    );
  }

  async readAll({ after, direction = 'forwards', limit }: ReadAllOptions): Promise<readonly StoredEvent[]> {
    if (direction === 'forwards') return this.reader.after(Number(after ?? 0n), limit);
    return this.reader.before(after === undefined ? Number.MAX_SAFE_INTEGER : Number(after), limit);
  }

  async begin({ source, logId }: RestoreOrigin): Promise<void> {
    this.#transaction(() => {
      setProperty(this.database, 'restoring', source);
      if (logId !== null) setProperty(this.database, 'log-id', logId);
    });
  }

  /** One transaction, one flush. The ends of the streams are written once each, however many events came. */
  async write(events: readonly StoredEvent[]): Promise<void> {
    this.#transaction(() => {
      const ends = new Map<string, End>();
      const tail = this.#logEnd.get() as { position: number; recordedAt: number } | undefined;
      let position = tail?.position ?? 0;
      let recordedAt = tail?.recordedAt ?? 0;
      for (const event of events) {
        const end = ends.get(event.stream) ?? (this.#streamEnd.get(event.stream) as End | undefined);
        const at = this.keepsPositions ? Number(event.position) : position + 1;
        // The clock of a server may have been set back: times never decrease along positions here.
        const milliseconds = Math.max(recordedAt, millisecondsOf(event.recordedAt));
        if (at <= position) throw new CannotRestore(`Position ${at} does not follow ${position}`);
        if (Number(event.revision) !== (end?.revision ?? -1) + 1) {
          throw new CannotRestore(
            `Revision ${event.revision} of ${event.stream} does not follow ${end?.revision ?? 'none'}`,
          );
        }
        this.#insertEvent.run(
          ...([
            at,
            event.stream,
            Number(event.revision),
            end?.last ?? null,
            event.id,
            event.type,
            milliseconds,
          ] as const),
          JSON.stringify(event.data),
          JSON.stringify(event.metadata),
        );
        ends.set(event.stream, { revision: Number(event.revision), last: at });
        [position, recordedAt] = [at, milliseconds];
      }
      for (const [stream, { revision, last }] of ends) this.#moveStream.run(stream, revision, last);
    });
  }

  async finish(): Promise<void> {
    this.#transaction(() => setProperty(this.database, 'restoring', null));
  }

  async close(): Promise<void> {
    this.reader.close();
    closeDatabase(this.database);
    this.lock.release();
  }

  #transaction(work: () => void): void {
    try {
      this.database.exec('BEGIN IMMEDIATE');
      work();
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw unavailable(error);
    }
  }
}

const unavailable = (error: unknown): Error => {
  if ([CannotRestore, EventStoreLocked, EventStoreUnavailable].some((type) => error instanceof type))
    return error as Error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EventStoreUnavailable(`The log cannot be written: ${reason}`, { cause: error });
};
