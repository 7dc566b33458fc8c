import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { CsvWriter } from './csv-writer.contract.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-csv-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Long enough for the file system to have refused. */
const REFUSED_MS = 50;
const missing = join(directory, 'missing', 'a.csv');

it('throws at the next row what the file system refused while nobody waited for it', async () => {
  const csv = new CsvWriter(missing, ['name']);
  await sleep(REFUSED_MS);
  await expect(csv.write({ name: 'Ada' })).rejects.toMatchObject({ code: 'ENOENT' });
});

it('throws it when the file is closed without another row', async () => {
  const csv = new CsvWriter(missing, ['name']);
  await sleep(REFUSED_MS);
  await expect(csv.close()).rejects.toMatchObject({ code: 'ENOENT' });
});

it('throws it when it is refused while the file is closed', async () => {
  const folder = join(directory, 'a-folder.csv');
  mkdirSync(folder);
  await expect(new CsvWriter(folder, ['name']).close()).rejects.toMatchObject({ code: 'EISDIR' });
});

it.skipIf(!existsSync('/dev/full'))('throws that the disk is full, of a row or of the end', async () => {
  const ended = new CsvWriter('/dev/full', ['name']);
  await sleep(REFUSED_MS);
  await expect(ended.close()).rejects.toMatchObject({ code: 'ENOSPC' });
  const written = new CsvWriter('/dev/full', ['name']);
  const rows = async () => {
    for (;;) await written.write({ name: 'x'.repeat(1000) });
  };
  await expect(rows()).rejects.toMatchObject({ code: 'ENOSPC' });
});

it('leaves a file that is whole as it is when it is given up afterwards', async () => {
  const path = join(directory, 'whole.csv');
  const csv = new CsvWriter(path, ['name', 'team']);
  await csv.write({ name: 'Ada, "the first"', team: null });
  await csv.close();
  csv.abandon();
  expect(readFileSync(path, 'utf8')).toBe('name,team\n"Ada, ""the first""",\n');
});
