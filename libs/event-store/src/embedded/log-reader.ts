import { instantOf } from '#kernel/instant.js';
import { closeDatabase, type Database } from '#sqlite/database.js';
import type { EventText, StoredEvent } from '../event-store.js';
import { isJsonObject, type JsonObject, NO_JSON_OBJECT, NOTHING_READ } from '../json-object.js';
import { PAGE_CHARACTERS } from '../page-size.js';
import { openLogForReading, property } from './log-file.js';

const COLUMNS = 'position, stream, revision, id, type, recorded_at, data, metadata';
const AFTER = `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`;
type Row = readonly [number, string, number, string, string, number, string, string];
type Statement = ReturnType<Database['prepare']>;

/** Where a stream is read, both ends inclusive. `limit` −1 is none. */
export type StreamSpan = Readonly<{ low: number; high: number; limit: number }>;
export type ScannedPage = Readonly<{ events: readonly StoredEvent[]; position: number; caughtUp: boolean }>;

/** Reads the log through a connection of its own that cannot write. Statements are made once and kept. */
export class LogReader {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(file: string) {
    this.#database = openLogForReading(file);
  }

  /** Position of the last event; 0 in an empty log, whose first event will have position 1. */
  head(): number {
    const rows = this.#statement('SELECT max(position) FROM events').all() as [number | null][];
    return rows[0]?.[0] ?? 0;
  }

  logId(): string | null {
    return property(this.#database, 'log-id');
  }

  after(position: number, limit: number): StoredEvent[] {
    return this.#events(this.#page(AFTER, position, limit));
  }

  before(position: number, limit: number): StoredEvent[] {
    const sql = `SELECT ${COLUMNS} FROM events WHERE position < ? ORDER BY position DESC LIMIT ?`;
    return this.#events(this.#page(sql, position, limit));
  }

  /** Without a position from the very beginning, which no writer puts an event before 1. */
  textAfter(position: number | null, limit: number): EventText[] {
    const rows = this.#page(AFTER, position ?? Number.MIN_SAFE_INTEGER, limit);
    return rows.map(([at, stream, revision, id, type, recordedAt, data, metadata]) => ({
      position: BigInt(at),
      stream,
      revision: BigInt(revision),
      id,
      type,
      recordedAt,
      data,
      metadata,
    }));
  }

  /** Events of a stream, newest first: the way its chain runs. */
  streamBackwards(stream: string, { low, high, limit }: StreamSpan): StoredEvent[] {
    const sql = `
      WITH RECURSIVE chain AS (
        SELECT event.* FROM streams JOIN events AS event ON event.position = streams.last
        WHERE streams.name = :stream AND streams.revision >= :low
        UNION ALL
        SELECT event.* FROM chain JOIN events AS event ON event.position = chain.previous WHERE chain.revision > :low
      )
      SELECT ${COLUMNS} FROM chain WHERE revision <= :high LIMIT :limit`;
    return this.#events(this.#statement(sql).all({ stream, low, high, limit }));
  }

  /** The page after `position`, and whether there is nothing behind it. */
  scan(position: number, pageSize: number): ScannedPage {
    const events = this.after(position, pageSize);
    const reached = Number(events.at(-1)?.position ?? position);
    return { events, position: reached, caughtUp: reached >= this.head() };
  }

  close(): void {
    this.#statements.clear();
    closeDatabase(this.#database);
  }

  /** Rows of a query by position with a limit: so many, or fewer of large ones, but one if there is one. */
  #page(sql: string, position: number, limit: number): Row[] {
    const rows: Row[] = [];
    let characters = 0;
    for (const row of this.#statement(sql).iterate(position, limit) as Iterable<unknown>) {
      const [, , , , , , data, metadata] = row as Row;
      rows.push(row as Row);
      characters += data.length + metadata.length;
      if (characters >= PAGE_CHARACTERS) break;
    }
    return rows;
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #events(rows: unknown[]): StoredEvent[] {
    let recorded = Number.NaN;
    let recordedAt = '';
    return (rows as Row[]).map(([position, stream, revision, id, type, milliseconds, data, metadata]) => {
      if (milliseconds !== recorded) [recorded, recordedAt] = [milliseconds, instantOf(milliseconds)];
      const [said, about] = [parsed(data), parsed(metadata)];
      return {
        stream,
        revision: BigInt(revision),
        type,
        id,
        data: said ?? NOTHING_READ,
        metadata: about ?? NOTHING_READ,
        position: BigInt(position),
        recordedAt,
        ...((said === null || about === null) && { unreadable: NO_JSON_OBJECT }),
      };
    });
  }
}

/** Null: it is no JSON object. One such event must not keep anybody from the others. */
const parsed = (text: string): JsonObject | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
};
