import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { closeDatabase, type Database, openDatabase, type Statement, transaction } from '#sqlite/database.js';
import { emptyWriteAheadLog } from '#sqlite/write-ahead-log.js';
import { type DataKey, type DataKeys, type KeyStore, KeyStoreUnavailable } from '../key-store.js';
import { type MasterKeys, newKey, type WrappedKey } from '../master-keys.js';

type Row = Readonly<{ master: string | null; wrapped: string | null }>;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keys (
    subject TEXT PRIMARY KEY, master TEXT, wrapped TEXT, destroyed_at INTEGER
  ) STRICT, WITHOUT ROWID`;

/** `user_version` of the file: whether bytes may be left of keys as an older master key had wrapped them. */
const SCRUBBED = 0;
const UNSCRUBBED = 1;

/**
 * Opens the keys in `keys.db` of the directory, and wraps with the current master key what an older one had wrapped.
 * @throws WrongMasterKey, KeyStoreUnavailable
 */
export const openEmbeddedKeyStore = async (
  options: Readonly<{ directory: string; masterKeys: MasterKeys }>,
): Promise<KeyStore> => {
  const database = attempt(() => {
    mkdirSync(options.directory, { recursive: true });
    return openDatabase(join(options.directory, 'keys.db'), 5_000);
  });
  try {
    const store = attempt(() => new EmbeddedKeyStore(database, options.masterKeys));
    await store.rewrap();
    return store;
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
};

class EmbeddedKeyStore implements KeyStore {
  private readonly select: Statement;
  private readonly insert: Statement;
  private readonly bury: Statement;
  private readonly traces: Statement;
  private wanted = new Set<string>();
  private making: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly masterKeys: MasterKeys,
  ) {
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
    this.traces = database.prepare('PRAGMA user_version');
  }

  /** Wraps all keys with the current master key. @throws WrongMasterKey, KeyStoreUnavailable */
  async rewrap(): Promise<void> {
    attempt(() => this.wrapAnew());
    // The old master key may be in other hands: nothing that it opens is left behind, also by a start that was killed here.
    if (attempt(() => this.traces.get()?.user_version) === SCRUBBED) return;
    await this.scrub();
    attempt(() => this.database.exec(`PRAGMA user_version = ${SCRUBBED}`));
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
    attempt(() => this.bury.run(subject, Date.now()));
    // Also when repeated, after a crash in between.
    await this.scrub();
  }

  async close(): Promise<void> {
    closeDatabase(this.database);
  }

  private make(): void {
    const subjects = [...this.wanted];
    this.wanted = new Set();
    this.making = null;
    attempt(() =>
      transaction(this.database, () => {
        for (const subject of subjects) {
          const { master, wrapped } = this.masterKeys.wrap(subject, newKey());
          this.insert.run(subject, master, wrapped);
        }
      }),
    );
  }

  private wrapAnew(): void {
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
    transaction(this.database, () => {
      for (const row of old.all(this.masterKeys.current) as (WrappedKey & { subject: string })[]) {
        const { master, wrapped } = this.masterKeys.wrap(row.subject, this.masterKeys.unwrap(row.subject, row));
        update.run(master, wrapped, row.subject);
      }
      this.database.exec(`PRAGMA user_version = ${UNSCRUBBED}`);
    });
  }

  /** Only a rewritten file has no trace of a key between its pages, and only an empty write-ahead log none of the file before. */
  private async scrub(): Promise<void> {
    attempt(() => this.database.exec('VACUUM'));
    const isEmpty = await emptyWriteAheadLog(this.database).catch((error) => {
      throw asUnavailable(error);
    });
    if (isEmpty) return;
    throw new KeyStoreUnavailable('The key store is still being read as it was, and so keeps what was removed from it');
  }
}

const isLive = (row: Row): row is WrappedKey => row.master !== null && row.wrapped !== null;

const attempt = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    throw asUnavailable(error);
  }
};

/** The engine's errors as what they mean to the callers of the port; others as they are. */
const asUnavailable = (error: unknown): unknown =>
  error instanceof Error && 'errcode' in error
    ? new KeyStoreUnavailable(`The key store cannot be used: ${error.message}`, { cause: error })
    : error;
