import { instantOf } from '#kernel/instant.js';
import { type EventFilter, EventStoreCorrupt, type EventText, type StoredEvent } from '../event-store.js';
import { closeDatabase, type Database } from './database.js';
import { openLogForReading, property } from './log-file.js';

const COLUMNS = 'position, stream, revision, id, type, recorded_at, data, metadata';
/** Positions that one page looks at when it filters: bounds how long the event loop stands still. */
const SCAN_WINDOW = 10_000;
/** Of data and metadata, after which a page ends, however few its events: bounds what it takes of memory. */
const PAGE_CHARACTERS = 8_000_000;

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
    const sql = `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`;
    return this.#events(this.#statement(sql).all(position, limit));
  }

  before(position: number, limit: number): StoredEvent[] {
    const sql = `SELECT ${COLUMNS} FROM events WHERE position < ? ORDER BY position DESC LIMIT ?`;
    return this.#events(this.#statement(sql).all(position, limit));
  }

  /** Without a position from the very beginning, which no writer puts an event before 1. */
  textAfter(position: number | null, limit: number): EventText[] {
    const sql = `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`;
    const rows = this.#statement(sql).all(position ?? Number.MIN_SAFE_INTEGER, limit) as Row[];
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

  /** At most `pageSize` matching events after `position`, fewer of large ones, and how far the log has been looked at. */
  scan(position: number, filter: EventFilter | undefined, pageSize: number): ScannedPage {
    const head = this.head();
    const end = Math.min(head, position + Math.max(SCAN_WINDOW, pageSize));
    if (end <= position) return { events: [], position, caughtUp: true };
    const [column, prefixes] = matching(filter);
    const wanted = prefixes.map(() => `instr(${column}, ?) = 1`).join(' OR ');
    const sql = `SELECT ${COLUMNS} FROM events WHERE position > ? AND position <= ? ${wanted && `AND (${wanted})`}
      ORDER BY position LIMIT ?`;
    const rows: Row[] = [];
    let isWhole = true;
    let characters = 0;
    if (filter === undefined || prefixes.length > 0) {
      for (const row of this.#statement(sql).iterate(position, end, ...prefixes, pageSize) as Iterable<unknown>) {
        const [, , , , , , data, metadata] = row as Row;
        rows.push(row as Row);
        characters += data.length + metadata.length;
        isWhole = rows.length < pageSize && characters < PAGE_CHARACTERS;
        if (!isWhole) break;
      }
    }
    const events = this.#events(rows);
    const reached = isWhole ? end : Number(events.at(-1)?.position ?? end);
    return { events, position: reached, caughtUp: reached === head };
  }

  close(): void {
    this.#statements.clear();
    closeDatabase(this.#database);
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
      return {
        id,
        type,
        data: parsed(data, position),
        metadata: parsed(metadata, position),
        stream,
        revision: BigInt(revision),
        position: BigInt(position),
        recordedAt,
      };
    });
  }
}

const matching = (filter: EventFilter | undefined): readonly ['type' | 'stream', readonly string[]] => {
  if (filter === undefined) return ['type', []];
  return 'typePrefixes' in filter ? ['type', filter.typePrefixes] : ['stream', filter.streamPrefixes];
};

const parsed = (text: string, position: number): StoredEvent['data'] => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EventStoreCorrupt(`The event at position ${position} is not the JSON that was written`, { cause: error });
  }
};
