import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { linesOf } from './lines.contract.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-lines-'));
afterAll(() => rmSync(directory, { recursive: true }));

const path = join(directory, 'lines');
const all = async (lines: AsyncIterable<string | null>): Promise<readonly (string | null)[]> => {
  const found: (string | null)[] = [];
  for await (const line of lines) found.push(line);
  return found;
};
const read = async (content: string, mostBytes?: number): Promise<readonly (string | null)[]> => {
  writeFileSync(path, content);
  return all(linesOf(path, mostBytes));
};

describe('the lines of a file', () => {
  it('end with LF or CRLF, the last one with the file too', async () => {
    expect(await read('a\nb\r\n\nc')).toEqual(['a', 'b', '', 'c']);
    expect(await read('a\n')).toEqual(['a']);
    expect(await read('')).toEqual([]);
  });

  it('hold what else some take for an end of a line, as JSON may hold it in a text', async () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'é', '中', '\u2028', '\u2029', '\u0085', '"', '\r') }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (rows) => {
        const lines = await read(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
        expect(lines.map((line) => JSON.parse(line ?? ''))).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  it('are whole however the file comes in pieces, and null where they are longer than they may be', async () => {
    const long = 'é'.repeat(100_000);
    expect(await read(`${long}\nshort\n${long}x\n${long}`, 200_000)).toEqual([long, 'short', null, long]);
    expect(await read(`${long}${long}\n\n${long}${long}`, 200_000)).toEqual([null, '', null]);
  });

  it('of a file that cannot be read end with what the system says', async () => {
    await expect(all(linesOf(join(directory, 'missing')))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(all(linesOf(directory))).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
