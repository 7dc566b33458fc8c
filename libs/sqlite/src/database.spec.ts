import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase, requireSafeEngine, transaction } from './database.js';
import { lockFile } from './file-lock.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-sqlite-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('an SQLite file', () => {
  it.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('is used by engine %s', (version) => {
    expect(() => requireSafeEngine(version)).not.toThrow();
  });

  it.each(['3.51.2', '3.50.99', '3.9.0', '2.99.99'])('is not used by engine %s, which may corrupt it', (version) => {
    expect(() => requireSafeEngine(version)).toThrow(`SQLite ${version} is too old: 3.51.3 or later is needed`);
  });

  it('has all of a transaction or none', () => {
    const database = openDatabase(join(directory, 'all-or-none.db'), 0);
    database.exec('CREATE TABLE t (n INTEGER)');
    const count = (): unknown => database.prepare('SELECT count(*) AS n FROM t').get()?.n;
    const insert = (): void => database.exec('INSERT INTO t VALUES (1)');
    expect(transaction(database, () => [insert(), insert()].length)).toBe(2);
    const failing = (): void => {
      insert();
      throw new Error('in the middle');
    };
    expect(() => transaction(database, failing)).toThrow('in the middle');
    expect(count()).toBe(2);
    closeDatabase(database);
  });
});

describe('the lock of a file', () => {
  it('is for one at a time', () => {
    const file = join(directory, 'one.lock');
    const lock = lockFile(file, 0);
    expect(lock).not.toBeNull();
    expect(lockFile(file, 0)).toBeNull();
    lock?.release();
    const next = lockFile(file, 0);
    expect(next).not.toBeNull();
    lock?.release();
    expect(lockFile(file, 0)).toBeNull();
    next?.release();
  });

  it('that cannot be tried is not one that somebody else has', () => {
    expect(() => lockFile(join(directory, 'missing', 'one.lock'), 0)).toThrow(/unable to open/);
  });
});
