import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase, type Database, openDatabase, type Statement, transaction } from '#sqlite/database.js';
import { emptyWriteAheadLog } from '#sqlite/write-ahead-log.js';
import { ReadStoreUnavailable } from '../read-store.js';
import { SoundMark } from './sound-mark.js';

const FILE = 'read-models.db';
const VERSION = 1;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;
const CACHED_STATEMENTS = 256;

/** The file of the embedded read models, and its prepared statements. */
export class DatabaseFile {
  private readonly statements = new Map<string, Statement>();
  private isDamaged = false;

  private constructor(
    private readonly db: Database,
    private readonly mark: SoundMark,
  ) {}

  /**
   * Opens the file in `directory`, made if missing. A file that is damaged or of another version is renamed aside and
   * a new one begun, for read models are rebuilt from the log; `warn` is told. Damage that shows only later fails what
   * meets it, and is found when the file is opened next.
   */
  static open(directory: string, warn: (message: string) => void): DatabaseFile {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, FILE);
    const mark = new SoundMark(path);
    const reason = (() => {
      try {
        const opened = tryOpen(path, mark);
        if (typeof opened !== 'string') return new DatabaseFile(opened, mark);
        return opened;
      } catch (error) {
        if (!isDamage(error)) throw error;
        return `is damaged (${(error as Error).message})`;
      }
    })();
    if (reason instanceof DatabaseFile) return reason;
    const aside = `${path}.unusable-${Date.now()}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    warn(`The read model file ${path} ${reason}. It is now ${aside}; the read models are rebuilt from the log.`);
    const opened = tryOpen(path, mark);
    if (typeof opened !== 'string') return new DatabaseFile(opened, mark);
    throw new ReadStoreUnavailable(`The read model file ${path} ${opened}`);
  }

  exec(sql: string): void {
    this.requireOpen();
    this.watching(() => this.db.exec(sql));
  }

  /** The statement for `sql`, prepared once; integers come back as bigint. */
  statement(sql: string): Statement {
    this.requireOpen();
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.watched(this.db.prepare(sql));
    statement.setReadBigInts(true);
    const oldest = this.statements.keys().next();
    if (this.statements.size >= CACHED_STATEMENTS && !oldest.done) this.statements.delete(oldest.value);
    this.statements.set(sql, statement);
    return statement;
  }

  /** Runs `work` in one transaction: all of it holds, or none. */
  transaction(work: () => void): void {
    this.requireOpen();
    this.watching(() => transaction(this.db, work));
  }

  /**
   * Rewrites the file from what it holds, and empties the write-ahead log: overwritten bytes otherwise remain between
   * the documents until their place is needed. About a second for 100 MB, in which nothing else is read or written.
   * @throws ReadStoreUnavailable when others read on for seconds what was there before: to be repeated
   */
  async scrub(): Promise<void> {
    // In memory the copy would take as much of it as the file has; what is copied is nothing but live documents.
    this.exec('PRAGMA temp_store = FILE');
    try {
      this.db.exec('VACUUM');
    } finally {
      this.db.exec('PRAGMA temp_store = MEMORY');
    }
    if (await emptyWriteAheadLog(this.db)) return;
    throw new ReadStoreUnavailable('What was overwritten is still being read, and so cannot be removed from the file');
  }

  close(): void {
    if (!this.db.isOpen) return;
    try {
      // The driver closes only when the statements are collected: so the write-ahead log is put away here.
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      if (!this.isDamaged) this.mark.set();
    } finally {
      this.statements.clear();
      closeDatabase(this.db);
    }
  }

  /** The statement, whose failures tell of damage. */
  private watched(statement: Statement): Statement {
    for (const method of ['get', 'all', 'run'] as const) {
      const execute: (...values: never[]) => unknown = statement[method].bind(statement);
      Object.defineProperty(statement, method, {
        value: (...values: never[]) => this.watching(() => execute(...values)),
      });
    }
    return statement;
  }

  private watching<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) {
        this.isDamaged = true;
        this.mark.remove();
      }
      throw error;
    }
  }

  /** @throws ReadStoreUnavailable */
  requireOpen(): void {
    if (!this.db.isOpen) throw new ReadStoreUnavailable('The read store is closed');
  }
}

/** The open database, or why it cannot be used. */
const tryOpen = (path: string, mark: SoundMark): Database | string => {
  const db = openDatabase(path, 5_000);
  let usable = false;
  try {
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    db.exec('PRAGMA fullfsync = 1');
    db.exec('PRAGMA cache_size = -16384');
    // Checkpoints sync the file: rarely, then, since a lost tail is only folded again.
    db.exec('PRAGMA wal_autocheckpoint = 16384');
    db.exec('PRAGMA temp_store = MEMORY');
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    const isNew = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n) === 0;
    if (!isNew && version !== VERSION) return `is of version ${version}, not ${VERSION}`;
    if (!mark.holds()) {
      // About a second for a gigabyte; damage found later would be an error that no restart cures.
      const [check] = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {});
      if (check !== 'ok') return `is damaged (${check})`;
      mark.set();
    }
    if (version !== VERSION) db.exec(`PRAGMA user_version = ${VERSION}`);
    usable = true;
    return db;
  } finally {
    if (!usable) closeDatabase(db);
  }
};

const isDamage = (error: unknown): boolean => {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
};
