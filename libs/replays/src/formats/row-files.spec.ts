import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, expect, it } from 'vitest';
import type { Column, Row } from '../replay/replay-task.js';
import { rowsOf, writeCsv, writeParquet } from './row-files.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-rows-'));
afterAll(() => rmSync(directory, { recursive: true }));
const file = (name: string) => join(directory, name);

const columns: readonly Column[] = [
  { name: 'name', type: 'text' },
  { name: 'amount', type: 'integer' },
  { name: 'share', type: 'number' },
  { name: 'document', type: 'json' },
];

const rows: readonly Row[] = [
  { name: 'Ümit, "Ltd"', amount: 9_007_199_254_740_991, share: 0.25, document: '{"a":[1,null]}' },
  { name: null, amount: null, share: null, document: null },
  { name: 'two\nlines', amount: -5, share: -1.5, document: '"text\u2028and\u2029more"' },
];

async function* each(all: readonly Row[]): AsyncGenerator<Row> {
  yield* all;
}

it('writes CSV that quotes what needs it', async () => {
  await writeCsv(file('a.csv'), columns, each(rows));
  expect(readFileSync(file('a.csv'), 'utf8')).toBe(
    'name,amount,share,document\n"Ümit, ""Ltd""",9007199254740991,0.25,"{""a"":[1,null]}"\n,,,\n"two\nlines",-5,-1.5,"""text\u2028and\u2029more"""\n',
  );
});

it('writes Parquet that another reader reads back, to the last minor unit', async () => {
  await writeParquet(file('a.parquet'), columns, each(rows));
  const buffer = await asyncBufferFromFile(file('a.parquet'));
  expect(await parquetReadObjects({ file: buffer })).toEqual([
    { name: 'Ümit, "Ltd"', amount: 9_007_199_254_740_991n, share: 0.25, document: { a: [1, null] } },
    { name: null, amount: null, share: null, document: null },
    { name: 'two\nlines', amount: -5n, share: -1.5, document: 'text\u2028and\u2029more' },
  ]);
});

it('writes Parquet a group of rows at a time', async () => {
  const many = Array.from({ length: 25_000 }, (_, n) => ({ name: `n${n}`, amount: n, share: n / 2, document: 'null' }));
  await writeParquet(file('many.parquet'), columns, each(many));
  const buffer = await asyncBufferFromFile(file('many.parquet'));
  const { row_groups: groups } = await parquetMetadataAsync(buffer);
  expect(groups.map(({ num_rows: count }) => Number(count))).toEqual([10_000, 10_000, 5_000]);
  const read = await parquetReadObjects({ file: buffer, columns: ['amount'] });
  expect(read.map(({ amount }) => Number(amount))).toEqual(many.map(({ amount }) => amount));
});

it('writes files without rows', async () => {
  await writeCsv(file('none.csv'), columns, each([]));
  await writeParquet(file('none.parquet'), columns, each([]));
  expect(readFileSync(file('none.csv'), 'utf8')).toBe('name,amount,share,document\n');
  expect(await parquetReadObjects({ file: await asyncBufferFromFile(file('none.parquet')) })).toEqual([]);
});

it('reads lines of JSON back as rows', async () => {
  writeFileSync(file('a.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const read: Row[] = [];
  for await (const row of rowsOf(file('a.ndjson'))) read.push(row);
  expect(read).toEqual(rows);
});

it('says that a file cannot be written, whatever becomes of the rows meanwhile', async () => {
  async function* slowly(): AsyncGenerator<Row> {
    for (const row of rows) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield row;
    }
  }
  const nowhere = file('nowhere/a');
  await expect(writeCsv(nowhere, columns, slowly())).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(writeParquet(nowhere, columns, slowly())).rejects.toMatchObject({ code: 'ENOENT' });
});
