import { open } from 'node:fs/promises';

/** How a CSV file is written, told by its beginning. */
export type CsvDialect = Readonly<{
  delimiter: ',' | ';' | '\t';
  /** By its byte order mark; without one UTF-8. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Lines before the header: 1 where the first one only names the delimiter, `sep=;`. */
  skipped: 0 | 1;
}>;

const HEAD_BYTES = 64 * 1024;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The delimiter is the one that stands most often in the header, outside of quotes, or the one that a line `sep=;` before it
 * names. @throws the errors of the file system
 */
export const csvDialectOf = async (path: string): Promise<CsvDialect> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return dialectIn(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
};

const dialectIn = (head: Buffer): CsvDialect => {
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head);
  const named = /^sep=([,;\t])\r?(?:\n|$)/i.exec(text)?.[1];
  if (named !== undefined) return { delimiter: named as CsvDialect['delimiter'], encoding, skipped: 1 };
  const counts = delimitersIn(text);
  const delimiter = DELIMITERS.reduce((best, next) => (counts[next] > counts[best] ? next : best));
  return { delimiter, encoding, skipped: 0 };
};

const encodingOf = ([first, second]: Buffer): CsvDialect['encoding'] => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** How often each stands in the first line that is not empty. */
const delimitersIn = (text: string): Record<CsvDialect['delimiter'], number> => {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  for (const character of text.trimStart()) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (character === ',' || character === ';' || character === '\t') counts[character] += 1;
  }
  return counts;
};
