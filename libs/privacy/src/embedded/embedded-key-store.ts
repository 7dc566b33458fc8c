import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { type DataKey, type DataKeys, type KeyStore, KeyStoreUnavailable } from '../key-store.js';
import { type MasterKeys, newKey, type WrappedKey } from '../master-keys.js';

type Database = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Database['prepare']>;
type Row = Readonly<{ master: string | null; wrapped: string | null }>;

// The driver crashes the process when a database is collected while its statements are in use.
const openDatabases = new Set<Database>();

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keys (
    subject TEXT PRIMARY KEY, master TEXT, wrapped TEXT, destroyed_at INTEGER
  ) STRICT, WITHOUT ROWID`;

/**
 * Opens the keys in `keys.db` of the directory, and wraps with the current master key what an older one had wrapped.
 * @throws WrongMasterKey, KeyStoreUnavailable
 */
export const openEmbeddedKeyStore = async (
  options: Readonly<{ directory: string; masterKeys: MasterKeys }>,
): Promise<KeyStore> => {
  const database = attempt(() => {
    mkdirSync(options.directory, { recursive: true });
    const opened = new DatabaseSync(join(options.directory, 'keys.db'));
    openDatabases.add(opened);
    return opened;
  });
  try {
    return attempt(() => new EmbeddedKeyStore(database, options.masterKeys));
  } catch (error) {
    close(database);
    throw error;
  }
};

class EmbeddedKeyStore implements KeyStore {
  private readonly select: Statement;
  private readonly insert: Statement;
  private readonly bury: Statement;
  private wanted = new Set<string>();
  private making: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly masterKeys: MasterKeys,
  ) {
    database.exec('PRAGMA busy_timeout = 5000');
    // FULL: an event must never be durable before the key that reads it, nor a destroyed key come back.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
    database.exec('PRAGMA secure_delete = ON');
    database.exec(SCHEMA);
    this.select = database.prepare('SELECT master, wrapped FROM keys WHERE subject = ?');
    this.insert = database.prepare(
      'INSERT INTO keys (subject, master, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.bury = database.prepare(`
      INSERT INTO keys (subject, destroyed_at) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET master = NULL, wrapped = NULL, destroyed_at = excluded.destroyed_at
      WHERE destroyed_at IS NULL`);
    this.rewrap();
  }

  /** Whoever asks while a transaction is waited for shares the next one: an import does not flush once a customer. */
  async obtain(subjects: readonly string[]): Promise<DataKeys> {
    const known = await this.find(subjects);
    if (known.size === new Set(subjects).size) return known;
    for (const subject of subjects) if (!known.has(subject)) this.wanted.add(subject);
    this.making ??= nextTurn().then(() => this.make());
    await this.making;
    return this.find(subjects);
  }

  async find(subjects: readonly string[]): Promise<DataKeys> {
    return attempt(() => {
      const keys = new Map<string, DataKey | null>();
      for (const subject of subjects) {
        const row = this.select.get(subject) as Row | undefined;
        if (row) keys.set(subject, isLive(row) ? this.masterKeys.unwrap(subject, row) : null);
      }
      return keys;
    });
  }

  async destroy(subject: string): Promise<void> {
    attempt(() => {
      this.bury.run(subject, Date.now());
      // Only a rewritten file has no trace of the key between its pages; also when repeated, after a crash in between.
      this.database.exec('VACUUM');
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  async close(): Promise<void> {
    close(this.database);
  }

  private make(): void {
    const subjects = [...this.wanted];
    this.wanted = new Set();
    this.making = null;
    attempt(() =>
      this.transaction(() => {
        for (const subject of subjects) {
          const { master, wrapped } = this.masterKeys.wrap(subject, newKey());
          this.insert.run(subject, master, wrapped);
        }
      }),
    );
  }

  private rewrap(): void {
    const masters = this.database.prepare(
      'SELECT subject, master, wrapped FROM keys WHERE master IS NOT NULL GROUP BY master',
    );
    // One key of each master key is tried: a wrong one is told at the start, not in the middle of a day.
    const samples = masters.all() as (WrappedKey & { subject: string })[];
    for (const sample of samples) this.masterKeys.unwrap(sample.subject, sample);
    if (samples.every(({ master }) => master === this.masterKeys.current)) return;
    const old = this.database.prepare(
      'SELECT subject, master, wrapped FROM keys WHERE master IS NOT ? AND master IS NOT NULL',
    );
    const update = this.database.prepare('UPDATE keys SET master = ?, wrapped = ? WHERE subject = ?');
    this.transaction(() => {
      for (const row of old.all(this.masterKeys.current) as (WrappedKey & { subject: string })[]) {
        const { master, wrapped } = this.masterKeys.wrap(row.subject, this.masterKeys.unwrap(row.subject, row));
        update.run(master, wrapped, row.subject);
      }
    });
    // The old master key may be in other hands: nothing that it opens is left behind.
    this.database.exec('VACUUM');
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  private transaction(work: () => void): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}

const isLive = (row: Row): row is WrappedKey => row.master !== null && row.wrapped !== null;

const close = (database: Database): void => {
  if (database.isOpen) database.close();
  openDatabases.delete(database);
};

/** The engine's errors as what they mean to the callers of the port. */
const attempt = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error)) throw error;
    throw new KeyStoreUnavailable(`The key store cannot be used: ${error.message}`, { cause: error });
  }
};
