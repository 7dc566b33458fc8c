import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#sqlite/database.js';
import { readStoreContract } from '#test/contract/read-store.contract.js';
import { cards, put, scanAll } from '#test/contract/read-store-fixture.js';
import { type ReadStore, ReadStoreUnavailable } from '../read-store.js';
import { openEmbeddedReadStore } from './embedded-read-store.js';

const COMMITTER = fileURLToPath(new URL('../../../../test/faults/commit-until-killed.js', import.meta.url));

const temporary = (): string => mkdtempSync(join(tmpdir(), 'annals-read-store-'));

readStoreContract('the embedded store', {
  start: async () => {
    const directory = temporary();
    const store = await openEmbeddedReadStore({ directory });
    return {
      store,
      stop: async () => {
        await store.close();
        rmSync(directory, { recursive: true });
      },
    };
  },
});

describe('the embedded read store', () => {
  let directory: string;
  let warnings: string[];
  const stores: ReadStore[] = [];
  beforeEach(() => {
    directory = temporary();
    warnings = [];
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    rmSync(directory, { recursive: true });
  });
  const open = async (): Promise<ReadStore> => {
    const store = await openEmbeddedReadStore({ directory, warn: (message) => warnings.push(message) });
    stores.push(store);
    return store;
  };
  const file = (): string => join(directory, 'read-models.db');
  const spec = { ...cards(), name: 'cards' };

  const fill = async (): Promise<void> => {
    const store = await open();
    const docs = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`card-${at}`, { amount: at }]));
    await put(store, spec, docs, 3n);
    await store.commit({ writes: [], checkpoints: [{ projection: 'cards', position: 3n, epoch: 1 }] });
    await store.close();
  };

  const beginsAnew = async (): Promise<void> => {
    const store = await open();
    expect(await store.checkpoints()).toEqual([]);
    await put(store, spec, { a: { amount: 1 } });
    expect(await scanAll(store.collection(spec), { index: 'byAmount' }, 9)).toEqual(['a']);
    expect(warnings).toEqual([expect.stringContaining('rebuilt from the log')]);
    expect(readdirSync(directory)).toContainEqual(expect.stringMatching(/^read-models\.db\.unusable-\d+$/));
  };

  it('keeps documents and checkpoints when it is closed', async () => {
    await fill();
    const store = await open();
    expect((await store.checkpoint('cards'))?.position).toBe(3n);
    expect((await store.collection(spec).get('card-7'))?.doc).toEqual({ amount: 7 });
    expect(warnings).toEqual([]);
  });

  it('keeps documents and checkpoint consistent when killed in the middle of commits', async () => {
    for (let kill = 0; kill < 4; kill += 1) {
      const child = spawn(process.execPath, [COMMITTER, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
      let printed = '';
      child.stdout.on('data', (text: Buffer) => {
        printed += text.toString();
      });
      await once(child.stdout, 'data');
      await sleep(40 + 35 * kill);
      child.kill('SIGKILL');
      await once(child, 'close');
      const acknowledged = BigInt(printed.trimEnd().split('\n').at(-1) ?? '0');

      const store = await open();
      const position = (await store.checkpoint('cards'))?.position ?? 0n;
      expect(position).toBeGreaterThanOrEqual(acknowledged);
      const { entries } = await store.collection(spec).scan({ index: 'byOwner' }, { limit: 100 });
      expect(entries.length).toBe(60);
      for (const entry of entries) {
        expect(entry).toEqual({ key: entry.key, position, doc: { owner: 'ann', amount: Number(position) } });
      }
      await store.close();
    }
    expect(warnings).toEqual([]);
  });

  it('begins anew when its file is no database', async () => {
    writeFileSync(file(), 'this is no database'.repeat(500));
    await beginsAnew();
  });

  it('begins anew when its file was cut off', async () => {
    await fill();
    truncateSync(file(), 10_000);
    await beginsAnew();
  });

  it('begins anew when pages in the middle of its file are damaged', async () => {
    await fill();
    const bytes = readFileSync(file());
    bytes.fill(0x5a, 4_096 * 8, 4_096 * 20);
    writeFileSync(file(), bytes);
    await beginsAnew();
  });

  it('does not check again what was found sound, and begins anew after damage that showed only later', async () => {
    await fill();
    const bytes = readFileSync(file());
    bytes.fill(0x5a, 4_096 * 8);
    writeFileSync(file(), bytes);
    // As on a disk that loses bytes without a word.
    const { size, mtimeNs } = statSync(file(), { bigint: true });
    writeFileSync(`${file()}.sound`, `${size} bytes, written ${mtimeNs}\n`);
    const store = await open();
    expect(warnings).toEqual([]);
    await expect(put(store, spec, { z: { amount: 1 } })).rejects.toThrow(/malformed|disk image/);
    await store.close();
    await beginsAnew();
  });

  it('begins anew when its file is of another version', async () => {
    await fill();
    const database = openDatabase(file(), 0);
    database.exec('PRAGMA user_version = 99');
    closeDatabase(database);
    await beginsAnew();
  });

  it('fails, and leaves the file alone, when it cannot be read for another reason', async () => {
    writeFileSync(join(directory, 'plain'), '');
    await expect(openEmbeddedReadStore({ directory: join(directory, 'plain', 'below') })).rejects.toThrow();
    expect(existsSync(join(directory, 'plain'))).toBe(true);
  });

  describe('when it is to leave no trace of what was overwritten', () => {
    const holdsTrace = (): boolean =>
      readdirSync(directory).some((name) => readFileSync(join(directory, name)).includes('Ann the forgotten'));

    /** Somebody else reads what was there before it was overwritten, until `end`. */
    const readBefore = async (): Promise<{ store: ReadStore; end: () => void }> => {
      const store = await open();
      await put(store, spec, { a: { owner: 'Ann the forgotten' } }, 3n);
      const other = openDatabase(file(), 0);
      other.exec('BEGIN; SELECT count(*) FROM collections');
      await put(store, spec, { a: { owner: 'erased' } }, 4n);
      const end = (): void => {
        other.exec('COMMIT');
        closeDatabase(other);
      };
      return { store, end };
    };

    it('waits for who still reads it', async () => {
      const { store, end } = await readBefore();
      const scrubbing = store.scrub();
      await sleep(300);
      expect(holdsTrace()).toBe(true);
      end();
      await scrubbing;
      expect(holdsTrace()).toBe(false);
      expect((await store.collection(spec).get('a'))?.doc).toEqual({ owner: 'erased' });
    });

    it('does not say that it has left none while somebody goes on reading it', async () => {
      const { store, end } = await readBefore();
      await expect(store.scrub()).rejects.toThrow(ReadStoreUnavailable);
      expect(holdsTrace()).toBe(true);
      end();
      await store.scrub();
      expect(holdsTrace()).toBe(false);
    });
  });

  it('says that it is closed', async () => {
    const store = await open();
    await store.close();
    await store.close();
    await expect(store.ping()).rejects.toThrow(ReadStoreUnavailable);
    await expect(store.checkpoint('cards')).rejects.toThrow(ReadStoreUnavailable);
    await expect(store.commit({ writes: [], checkpoints: [] })).rejects.toThrow(ReadStoreUnavailable);
  });

  it('refuses other columns under the name of a collection', async () => {
    const store = await open();
    await store.ensure([spec]);
    const { closeOn, ...columns } = spec.columns;
    expect(closeOn).toBe('text');
    await expect(store.ensure([{ ...spec, columns }])).rejects.toThrow(/give the new shape a new name/);
  });
});
