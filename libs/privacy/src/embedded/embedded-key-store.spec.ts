import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#sqlite/database.js';
import { keepsKeys } from '#test/contract/key-store.contract.js';
import { KeyStoreUnavailable, WrongMasterKey } from '../key-store.js';
import { MasterKeys, masterKeysOf } from '../master-keys.js';
import { openEmbeddedKeyStore } from './embedded-key-store.js';

const root = mkdtempSync(join(tmpdir(), 'annals-keys-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the embedded key store', () => {
  keepsKeys((name, masterKeys) => openEmbeddedKeyStore({ directory: join(root, name), masterKeys }));

  it('leaves no byte of a destroyed key, between the others neither', async () => {
    const directory = join(root, 'bytes');
    const masterKeys = masterKeysOf(null, directory);
    const store = await openEmbeddedKeyStore({ directory, masterKeys });
    const subjects = Array.from({ length: 500 }, (_, n) => `subject-${n}`);
    await store.obtain(subjects);
    const before = new Set(wrappedKeysIn(directory));
    expect(before.size).toBeGreaterThanOrEqual(500);
    for (const subject of subjects.slice(0, 20)) await store.destroy(subject);
    const after = new Set(wrappedKeysIn(directory));
    expect([...before].filter((key) => !after.has(key)).length).toBeGreaterThanOrEqual(20);
    expect(after.size).toBeLessThanOrEqual(480);
    await store.close();
  });

  it('waits for who still reads a destroyed key, or says that it is not gone', async () => {
    const directory = join(root, 'read');
    const masterKeys = masterKeysOf(null, directory);
    const store = await openEmbeddedKeyStore({ directory, masterKeys });
    await store.obtain(['a', 'b']);
    const [a, b] = [readingKeys(directory), readingKeys(directory)];
    const destroying = store.destroy('a');
    await sleep(300);
    expect(new Set(wrappedKeysIn(directory)).size).toBe(2);
    for (const end of [a, b]) end();
    await destroying;
    expect(new Set(wrappedKeysIn(directory)).size).toBe(1);

    const end = readingKeys(directory);
    await expect(store.destroy('b')).rejects.toThrow(KeyStoreUnavailable);
    end();
    await store.destroy('b');
    expect(wrappedKeysIn(directory)).toEqual([]);
    await store.close();
  });

  it('leaves no key as an old master key had wrapped it, also where the start that wrapped them anew was held up', async () => {
    const directory = join(root, 'wrapped anew');
    const old = { id: 'old', secret: randomBytes(32) };
    const current = { id: 'current', secret: randomBytes(32) };
    const before = await openEmbeddedKeyStore({ directory, masterKeys: new MasterKeys([old]) });
    await before.obtain(['a']);
    const [wrapped] = wrappedKeysIn(directory);
    const end = readingKeys(directory);
    await before.close();
    const masterKeys = new MasterKeys([current, old]);
    await expect(openEmbeddedKeyStore({ directory, masterKeys })).rejects.toThrow(KeyStoreUnavailable);
    expect(wrappedKeysIn(directory)).toContain(wrapped);
    end();
    const store = await openEmbeddedKeyStore({ directory, masterKeys });
    expect(wrappedKeysIn(directory)).not.toContain(wrapped);
    expect((await store.find(['a'])).get('a')).toHaveLength(32);
    await store.close();
  });
});

describe('the master key', () => {
  it('is made once, for its owner only, when no setting names one', () => {
    const directory = join(root, 'first start');
    const made = masterKeysOf(null, directory);
    expect(statSync(join(directory, 'master-key')).mode & 0o777).toBe(0o600);
    expect(masterKeysOf(null, directory).current).toBe(made.current);
    expect(readdirSync(directory)).toEqual(['master-key']);
  });

  it('of the file still reads what it wrapped when a setting takes its place', async () => {
    const directory = join(root, 'moved');
    const store = await openEmbeddedKeyStore({ directory, masterKeys: masterKeysOf(null, directory) });
    const made = await store.obtain(['a']);
    await store.close();
    const setting = `vault:${randomBytes(32).toString('base64')}`;
    const moved = await openEmbeddedKeyStore({ directory, masterKeys: masterKeysOf(setting, directory) });
    expect(await moved.find(['a'])).toEqual(made);
    await moved.close();
    rmSync(join(directory, 'master-key'));
    const alone = await openEmbeddedKeyStore({ directory, masterKeys: masterKeysOf(setting, directory) });
    expect(await alone.find(['a'])).toEqual(made);
    await alone.close();
  });

  it('is missed, not replaced, when its file holds something else', () => {
    const directory = mkdtempSync(join(root, 'damaged-'));
    writeFileSync(join(directory, 'master-key'), 'nothing of use');
    expect(() => masterKeysOf(null, directory)).toThrow(WrongMasterKey);
  });
});

/** 60 bytes each (iv, tag and a wrapped key), in base64. */
const wrappedKeysIn = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.startsWith('keys.db'))
    .flatMap((name) => readFileSync(join(directory, name), 'latin1').match(/[A-Za-z0-9+/]{80}/g) ?? []);

/** Somebody else reads the keys as they are now, until the end. */
const readingKeys = (directory: string): (() => void) => {
  const other = openDatabase(join(directory, 'keys.db'), 0);
  other.exec('BEGIN; SELECT count(*) FROM keys');
  return () => {
    other.exec('COMMIT');
    closeDatabase(other);
  };
};
