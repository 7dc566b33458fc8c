import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows.js';
import { UnreadableFile } from './row.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-csv-'));
afterAll(() => rmSync(directory, { recursive: true }));

const read = async (content: string | Buffer, required: readonly string[] = []): Promise<readonly unknown[]> => {
  const path = join(directory, 'f.csv');
  writeFileSync(path, content);
  const rows: unknown[] = [];
  for await (const row of csvRows(path, { required })) {
    if ('unreadable' in row) rows.push([row.unreadable.line, row.unreadable.column, row.unreadable.reason]);
    else rows.push([row.line, Object.fromEntries(row.cells)]);
  }
  return rows;
};

describe('the rows of a CSV file', () => {
  it('are read with a BOM, any line ends, quotes and spaces', async () => {
    expect(await read('\uFEFFID, Name\r\n1,"A, ""B"""\r\n2, C \r\n')).toEqual([
      [2, { id: '1', name: 'A, "B"' }],
      [3, { id: '2', name: 'C' }],
    ]);
  });
  it('stand on the line where they begin, after cells of several lines too', async () => {
    expect(await read('id,name\n1,"a\nb"\n2,c\n')).toEqual([
      [2, { id: '1', name: 'a\nb' }],
      [4, { id: '2', name: 'c' }],
    ]);
  });
  it('are rejected one by one: bytes that are no UTF-8, cells without a column, NUL', async () => {
    const content = Buffer.concat([
      Buffer.from('id,name\n1,'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\n2,b,c\n3,\0\n4,d\n'),
    ]);
    expect(await read(content)).toEqual([
      [2, 'name', 'not valid UTF-8'],
      [3, null, 'more cells than the header has columns'],
      [4, 'name', 'holds a NUL character'],
      [5, { id: '4', name: 'd' }],
    ]);
  });
  it('end with a report when a quote never closes, or a cell is of 10 MB', async () => {
    const [first, second] = await read('id,name\n1,a\n2,"b\n3,c\n');
    expect([first, (second as unknown[])[2]]).toEqual([
      [2, { id: '1', name: 'a' }],
      expect.stringContaining('cannot be read'),
    ]);
    const huge = await read(`id,name\n1,a\n2,${'x'.repeat(10 * 1024 * 1024)}\n`);
    expect(huge[0]).toEqual([2, { id: '1', name: 'a' }]);
    expect(huge.slice(1)).toEqual([[expect.any(Number), null, expect.stringContaining('cannot be read')]]);
  });
  it('are parted by what parts the header: a semicolon or a tab too, or what a line before it names', async () => {
    const rows = [[2, { id: '1', name: 'A, B' }]];
    expect(await read('id;name\r\n1;A, B\r\n')).toEqual(rows);
    expect(await read('id\tname\n1\tA, B\n')).toEqual(rows);
    expect(await read('\uFEFF"id;of, it, all";name\n1;"A;B"\n')).toEqual([[2, { 'id;of, it, all': '1', name: 'A;B' }]]);
    expect(await read('sep=;\nid;name\n1;A, B\n')).toEqual([[3, { id: '1', name: 'A, B' }]]);
    expect(await read('id\n"1"\n')).toEqual([[2, { id: '1' }]]);
  });
  it('are read in UTF-16, as a spreadsheet saves “Unicode text”', async () => {
    const utf16 = Buffer.from('\uFEFFid\tname\r\n1\tZoë 中\r\n', 'utf16le');
    expect(await read(utf16)).toEqual([[2, { id: '1', name: 'Zoë 中' }]]);
    expect(await read(Buffer.from(utf16).swap16())).toEqual([[2, { id: '1', name: 'Zoë 中' }]]);
  });
  it('are rejected where a file in UTF-16 ends within a character', async () => {
    const whole = Buffer.from('\uFEFFid\tname\n1\tZoë\n2\tZoë 😀', 'utf16le');
    for (const cut of [1, 2, 3]) {
      expect(await read(whole.subarray(0, -cut))).toEqual([
        [2, { id: '1', name: 'Zoë' }],
        [3, 'name', expect.any(String)],
      ]);
    }
  });
  it('say how their decimals are written, where they may be written in either way', async () => {
    const marks = async (content: string, decimal?: ',' | '.') => {
      writeFileSync(join(directory, 'd.csv'), content);
      const rows = [];
      for await (const row of csvRows(join(directory, 'd.csv'), { decimal })) rows.push('cells' in row && row.decimal);
      return rows;
    };
    expect(await marks('id,amount\n1,2\n')).toEqual([undefined]);
    expect(await marks('id;amount\n1;2\n')).toEqual(['either']);
    expect(await marks('id;amount\n1;2\n', '.')).toEqual([undefined]);
    expect(await marks('id,amount\n1,2\n', ',')).toEqual([',']);
  });
  it('need the columns that they need, once', async () => {
    await expect(read('id\n1\n', ['id', 'name'])).rejects.toThrow(UnreadableFile);
    await expect(read('id,id\n1,2\n')).rejects.toThrow('two columns id');
    await expect(read('')).rejects.toThrow('no header');
  });
});
