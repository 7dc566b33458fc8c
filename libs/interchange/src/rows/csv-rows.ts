import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { type CsvDialect, csvDialectOf } from './csv-dialect.js';
import type { DecimalMark } from './plain-decimal.js';
import { type ReadRow, type Row, type RowProblem, UnreadableFile } from './row.js';
import { rowProblem } from './row-faults.js';

/** A longer row is refused: it is no row, but a quote that was never closed, or worse. */
export const MAX_ROW_BYTES = 4 * 1024 * 1024;

/** What stands where bytes were no UTF-8. */
const NOT_UTF8 = '\uFFFD';

type CsvRecord = Readonly<{ record: readonly string[]; info: Info }>;

/** How a CSV file is to be read, where it does not say so itself. */
export type CsvReading = Readonly<{
  /** Columns that there must be. */
  required?: readonly string[];
  /** Our name of a column. */
  nameOf?: (column: string) => string;
  /** The mark before decimals. Default: a point; with semicolons or tabs between the cells, what is unambiguous. */
  decimal?: '.' | ',' | undefined;
}>;

/**
 * The rows of a CSV file (cells parted by comma, semicolon or tab; UTF-8, with or without BOM, or UTF-16 with one; any line
 * ends) under the names of its header, in the order of the file. A row that cannot be read is reported in its place, and the
 * rest goes on.
 * @throws UnreadableFile
 */
export async function* csvRows(
  path: string,
  { required = [], nameOf = (column) => column, decimal }: CsvReading = {},
): AsyncGenerator<ReadRow> {
  const file = basename(path);
  const {
    delimiter,
    encoding,
    skipped: lines,
  } = await csvDialectOf(path).catch((error: unknown) => {
    throw asUnreadable(file, error);
  });
  const mark = decimal ?? (delimiter === ',' ? '.' : 'either');
  const skipped: RowProblem[] = [];
  const parser = utf8Of(path, encoding)
    .on('error', (error) => parser.destroy(error))
    .pipe(
      parse({
        delimiter,
        from_line: 1 + lines,
        bom: true,
        info: true,
        trim: true,
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_error: true,
        max_record_size: MAX_ROW_BYTES,
      }),
    );
  let skippedLine = 0;
  parser.on('skip', (error: CsvError) => {
    // The parser tells of a row that is too long with each further byte of it.
    if (error.lines === skippedLine) return;
    skippedLine = Number(error.lines);
    skipped.push(unparsable(file, error));
  });
  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      for (const unreadable of skipped.splice(0)) yield { unreadable };
      if (header === null)
        header = headerOf(
          file,
          record.map((name) => nameOf(name.toLowerCase())),
          required,
        );
      else yield rowOf(file, header, record, info.lines - newlinesIn(record), mark);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw asUnreadable(file, error);
    skipped.push(unparsable(file, error));
  }
  for (const unreadable of skipped) yield { unreadable };
  if (header === null) throw new UnreadableFile(`${file} has no header`);
}

/** The bytes of the file, in UTF-8. */
const utf8Of = (path: string, encoding: CsvDialect['encoding']): Readable => {
  const bytes = createReadStream(path);
  return encoding === 'utf-8' ? bytes : Readable.from(decoded(bytes, encoding));
};

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: CsvDialect['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  // What a file that ends within a character leaves over: it is told as bytes that are none.
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

const headerOf = (file: string, header: readonly string[], required: readonly string[]): readonly string[] => {
  const repeated = header.find((name, index) => name !== '' && header.indexOf(name) < index);
  if (repeated !== undefined) throw new UnreadableFile(`${file} has two columns ${repeated}`);
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new UnreadableFile(`${file} has no column ${missing.join(', ')}`);
  return header;
};

const rowOf = (
  file: string,
  header: readonly string[],
  record: readonly string[],
  line: number,
  mark: DecimalMark,
): ReadRow => {
  const cells = new Map<string, string>();
  for (const [index, value] of record.entries()) {
    if (value === '') continue;
    const column = header[index] ?? null;
    if (column === null) return { unreadable: rowProblem({ file, line }, column, 'TooManyCells') };
    const flaw = flawOf(value);
    if (flaw !== null) return { unreadable: rowProblem({ file, line }, column, flaw) };
    cells.set(column, value);
  }
  return { file, line, cells, ...(mark !== '.' && { decimal: mark }) } satisfies Row;
};

/** What no cell may hold, in whichever file format. */
export const flawOf = (value: string): 'NotUtf8' | 'HoldsNul' | null => {
  if (value.includes(NOT_UTF8)) return 'NotUtf8';
  return value.includes('\0') ? 'HoldsNul' : null;
};

const newlinesIn = (record: readonly string[]): number =>
  record.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

const unparsable = (file: string, { lines, message }: CsvError): RowProblem =>
  rowProblem({ file, line: Number(lines ?? 0) }, null, 'CannotBeRead', { message });

const asUnreadable = (file: string, error: unknown): unknown =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code))
    ? new UnreadableFile(`${file} cannot be opened: ${error.message}`)
    : error;
