import type { Database } from '#sqlite/database.js';
import type { SerialisedEvent } from '../serialise.js';

/** Numbers, not bigints: SQLite's integers in use stay far below 2^53, and numbers are cheaper to bind and to post. */
export type AppendRequest = Readonly<{
  stream: string;
  expected: number | 'no_stream';
  events: readonly SerialisedEvent[];
}>;

export type AppendOutcome = Readonly<
  | { kind: 'appended'; revision: number; position: number }
  | { kind: 'wrong'; actual: number | 'no_stream' }
  | { kind: 'unavailable'; reason: string }
>;

/** Appends at once, recorded at `now` (milliseconds), or later when the log has a later time already. */
export type Batch = Readonly<{ appends: readonly AppendRequest[]; now: number }>;

/** Writes batches of appends, each batch in one transaction with one flush to the disk. */
export const logWriter = (database: Database) => {
  const end = database.prepare('SELECT position, recorded_at AS recordedAt FROM events ORDER BY position DESC LIMIT 1');
  const streamEnd = database.prepare('SELECT revision, last FROM streams WHERE name = ?');
  const insertEvent = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const moveStream = database.prepare(
    'INSERT INTO streams VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision, last = excluded.last',
  );
  const chain = database.prepare(`
    WITH RECURSIVE chain (position, revision, previous, id) AS (
      SELECT position, revision, previous, id FROM events WHERE position = :last
      UNION ALL
      SELECT event.position, event.revision, event.previous, event.id
      FROM chain JOIN events AS event ON event.position = chain.previous WHERE chain.revision > :from
    )
    SELECT position, id FROM chain WHERE revision <= :to
  `);

  /** The result of the same append made before, else null. */
  const earlierResult = (
    { expected, events }: AppendRequest,
    { revision, last }: { revision: number; last: number },
  ): AppendOutcome | null => {
    const from = expected === 'no_stream' ? 0 : expected + 1;
    const to = from + events.length - 1;
    if (to > revision) return null;
    const stored = chain.all({ last, from, to }) as { position: number; id: string }[];
    const isSame = events.every(({ id }, n) => stored.at(-1 - n)?.id === id);
    return isSame && stored[0] ? { kind: 'appended', revision: to, position: stored[0].position } : null;
  };

  const commit = (appends: readonly AppendRequest[], now: number): AppendOutcome[] => {
    database.exec('BEGIN IMMEDIATE');
    const tail = end.get() as { position: number; recordedAt: number } | undefined;
    const recordedAt = Math.max(now, tail?.recordedAt ?? 0);
    let position = tail?.position ?? 0;
    const outcomes = appends.map((append): AppendOutcome => {
      const { stream, expected, events } = append;
      const current = streamEnd.get(stream) as { revision: number; last: number } | undefined;
      if (expected !== (current?.revision ?? 'no_stream')) {
        const earlier = current ? earlierResult(append, current) : null;
        return earlier ?? { kind: 'wrong', actual: current?.revision ?? 'no_stream' };
      }
      let revision = current?.revision ?? -1;
      let previous = current?.last ?? null;
      for (const { id, type, data, metadata } of events) {
        revision += 1;
        position += 1;
        insertEvent.run(position, stream, revision, previous, id, type, recordedAt, data, metadata);
        previous = position;
      }
      moveStream.run(stream, revision, position);
      return { kind: 'appended', revision, position };
    });
    database.exec('COMMIT');
    return outcomes;
  };

  /** A failure of the file undoes the whole transaction: then each append is tried alone, so that it fails alone. */
  const write = ({ appends, now }: Batch): AppendOutcome[] => {
    try {
      return commit(appends, now);
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      if (appends.length > 1) return appends.flatMap((append) => write({ appends: [append], now }));
      return [{ kind: 'unavailable', reason: error instanceof Error ? error.message : String(error) }];
    }
  };

  return { write };
};
