import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '#kernel/json.js';
import { closeDatabase, type Database, openDatabase, type Statement, transaction } from '#sqlite/database.js';
import { type FileLock, lockFile } from '#sqlite/file-lock.js';
import { CRASHED_TOO_OFTEN, KEEP_FINISHED, MAX_CRASHES } from '../job-policy.js';
import { type JobProgress, type JobState, type JobStatus, JobsUnavailable } from '../jobs.js';

export type NewJob = Readonly<{ id: string; type: string; payload: Json; attempts: number; dueAt: number }>;

export type ClaimedJob = Readonly<{ id: string; payload: unknown; starts: number; failures: number; attempts: number }>;

export type Finish = Readonly<{
  state: 'done' | 'failed';
  error: string | null;
  progress: JobProgress | null;
  now: number;
}>;

const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE jobs (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    starts INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    finished_at INTEGER,
    progress TEXT,
    error TEXT
  ) STRICT;
  CREATE INDEX jobs_by_due ON jobs (type, state, due_at, sequence);
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Long enough for the process before to let go of a file. */
const PATIENCE_MS = 2_000;

/** Not a lock on the file of the jobs itself: that would outlive `close`. */
const lockDirectory = (directory: string): FileLock => {
  const lock = lockFile(join(directory, 'jobs.lock'), PATIENCE_MS);
  if (lock === null) throw new JobsUnavailable(`Another process holds the jobs in ${directory}`);
  return lock;
};

/**
 * The jobs of one process in `jobs.db`, held exclusively, so that no second process runs the same jobs. Every change
 * survives the end of the process. What was asked for survives power loss too; of what was done since, the last moments
 * may be lost, and are then done again. Times are milliseconds since 1970.
 */
export class JobTable {
  readonly #lock: FileLock;
  readonly #db: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.#lock = lockDirectory(directory);
    this.#db = openDatabase(join(directory, 'jobs.db'), PATIENCE_MS);
    try {
      this.#prepareFile(directory);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #prepareFile(directory: string): void {
    this.#db.exec('PRAGMA journal_mode = WAL');
    this.#db.exec('PRAGMA synchronous = NORMAL');
    if (process.platform === 'darwin') this.#db.exec('PRAGMA fullfsync = 1');
    transaction(this.#db, () => {
      const version = Number(this.#get('PRAGMA user_version')?.user_version);
      if (version > SCHEMA_VERSION) throw new Error(`jobs.db in ${directory} was written by a newer version`);
      if (version === 0) this.#db.exec(SCHEMA);
    });
  }

  /** Puts back what was running when the last process ended without closing; call before the first claim. */
  recover(now: number): void {
    transaction(this.#db, () => {
      this.#run(`UPDATE jobs SET crashes = crashes + 1 WHERE state = 'active'`);
      this.#run(
        `UPDATE jobs SET state = 'failed', error = ?, finished_at = ? WHERE state = 'active' AND crashes >= ?`,
        CRASHED_TOO_OFTEN,
        now,
        MAX_CRASHES,
      );
      this.#run(`UPDATE jobs SET state = 'waiting' WHERE state = 'active'`);
    });
  }

  /** Nothing happens when the id is known. */
  insert({ id, type, payload, attempts, dueAt }: NewJob): void {
    this.#runDurably(
      `INSERT INTO jobs (id, type, payload, state, attempts, due_at) VALUES (?, ?, ?, 'waiting', ?, ?)
       ON CONFLICT (id) DO NOTHING`,
      id,
      type,
      JSON.stringify(payload),
      attempts,
      dueAt,
    );
  }

  /** Starts up to `limit` jobs of the type that are due. */
  claim(type: string, limit: number, now: number): readonly ClaimedJob[] {
    // Looked at before a transaction is paid for.
    const due = this.nextDue(type);
    if (due === null || due > now) return [];
    return transaction(this.#db, () =>
      this.#all(
        `UPDATE jobs SET state = 'active', starts = starts + 1 WHERE sequence IN (
           SELECT sequence FROM jobs WHERE type = ? AND state = 'waiting' AND due_at <= ?
           ORDER BY due_at, sequence LIMIT ?
         ) RETURNING sequence, due_at, id, payload, starts, failures, attempts`,
        type,
        now,
        limit,
      ),
    )
      .sort((a, b) => Number(a.due_at) - Number(b.due_at) || Number(a.sequence) - Number(b.sequence))
      .map((row) => ({
        id: String(row.id),
        payload: JSON.parse(String(row.payload)),
        starts: Number(row.starts),
        failures: Number(row.failures),
        attempts: Number(row.attempts),
      }));
  }

  /** When the next waiting job of the type falls due; null when none waits. */
  nextDue(type: string): number | null {
    const due = this.#get(`SELECT min(due_at) AS due FROM jobs WHERE type = ? AND state = 'waiting'`, type)?.due;
    return due == null ? null : Number(due);
  }

  progressed(id: string, progress: JobProgress): void {
    this.#run(`UPDATE jobs SET progress = ? WHERE id = ?`, JSON.stringify(progress), id);
  }

  finish(id: string, { state, error, progress, now }: Finish): void {
    this.#run(
      `UPDATE jobs SET state = ?, error = ?, finished_at = ?, progress = coalesce(?, progress) WHERE id = ?`,
      state,
      error,
      now,
      progress && JSON.stringify(progress),
      id,
    );
  }

  /** The handler failed and may try again at `dueAt`. */
  postpone(id: string, error: string, dueAt: number): void {
    this.#run(
      `UPDATE jobs SET state = 'waiting', failures = failures + 1, error = ?, due_at = ? WHERE id = ?`,
      error,
      dueAt,
      id,
    );
  }

  /** The job was interrupted through no fault of its own. */
  release(id: string): void {
    this.#run(`UPDATE jobs SET state = 'waiting' WHERE id = ?`, id);
  }

  /** False when there is no failed job of that id. */
  retry(id: string, now: number): boolean {
    const { changes } = this.#runDurably(
      `UPDATE jobs SET state = 'waiting', failures = 0, crashes = 0, error = NULL, due_at = ?, finished_at = NULL
       WHERE id = ? AND state = 'failed'`,
      now,
      id,
    );
    return Number(changes) > 0;
  }

  status(id: string): JobStatus | null {
    const row = this.#get('SELECT type, state, starts, progress, error FROM jobs WHERE id = ?', id);
    if (row === undefined) return null;
    return {
      id,
      type: String(row.type),
      state: String(row.state) as JobState,
      attempts: Number(row.starts),
      progress: row.progress === null ? null : JSON.parse(String(row.progress)),
      error: row.error === null ? null : String(row.error),
    };
  }

  /** Forgets finished jobs beyond `KEEP_FINISHED`. */
  prune(now: number): void {
    this.#run(
      `DELETE FROM jobs WHERE finished_at < ? OR sequence IN (
         SELECT sequence FROM (
           SELECT sequence, row_number() OVER (PARTITION BY type, state ORDER BY finished_at DESC) AS nth
           FROM jobs WHERE finished_at IS NOT NULL
         ) WHERE nth > ?
       )`,
      now - KEEP_FINISHED.seconds * 1000,
      KEEP_FINISHED.jobs,
    );
  }

  close(): void {
    this.#statements.clear();
    closeDatabase(this.#db);
    this.#lock.release();
  }

  #statement(sql: string): Statement {
    const prepared = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  #run(sql: string, ...values: (string | number | null)[]) {
    return this.#statement(sql).run(...values);
  }

  #runDurably(sql: string, ...values: (string | number | null)[]) {
    this.#db.exec('PRAGMA synchronous = FULL');
    try {
      return this.#run(sql, ...values);
    } finally {
      this.#db.exec('PRAGMA synchronous = NORMAL');
    }
  }

  #get(sql: string, ...values: (string | number | null)[]): Record<string, unknown> | undefined {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: (string | number | null)[]): Record<string, unknown>[] {
    return this.#statement(sql).all(...values);
  }
}
