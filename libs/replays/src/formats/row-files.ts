import { rename } from 'node:fs/promises';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { CsvWriter } from '#interchange/exporting/csv-writer.contract.js';
import { linesOf } from '#interchange/rows/lines.contract.js';
import type { Column, ColumnType, Row } from '../replay/replay-task.js';

/** The rows of a file of JSON lines, one at a time. */
export async function* rowsOf(ndjson: string): AsyncGenerator<Row> {
  for await (const line of linesOf(ndjson)) {
    if (line) yield JSON.parse(line) as Row;
  }
}

/** Writes the rows as CSV with a header. The file is there as a whole or not at all. */
export const writeCsv = (path: string, columns: readonly Column[], rows: AsyncIterable<Row>): Promise<void> =>
  asAWhole(path, async (draft) => {
    const csv = new CsvWriter(
      draft,
      columns.map(({ name }) => name),
    );
    try {
      for await (const row of rows) await csv.write(row);
      await csv.close();
    } catch (error) {
      csv.abandon();
      throw error;
    }
  });

const PARQUET_TYPES = { text: 'STRING', integer: 'INT64', number: 'DOUBLE', json: 'JSON' } as const satisfies Record<
  ColumnType,
  string
>;

/** Rows that are in memory at a time. */
const ROW_GROUP = 10_000;

/** Writes the rows as Parquet, compressed by Snappy, every column nullable. */
export const writeParquet = (path: string, columns: readonly Column[], rows: AsyncIterable<Row>): Promise<void> =>
  asAWhole(path, async (draft) => {
    await parquetWriteRows({
      writer: fileWriter(draft),
      rows: parquetRows(columns, rows),
      columns: columns.map(({ name, type }) => ({ name, type: PARQUET_TYPES[type], nullable: true })),
      rowGroupSize: ROW_GROUP,
      createdBy: 'annals',
    });
  });

/** Whole numbers of 64 bits and JSON are of types of their own in Parquet. */
async function* parquetRows(columns: readonly Column[], rows: AsyncIterable<Row>): AsyncGenerator<object> {
  for await (const row of rows) {
    yield Object.fromEntries(columns.map(({ name, type }) => [name, parquetValue(type, row[name] ?? null)]));
  }
}

const parquetValue = (type: ColumnType, value: string | number | null): unknown => {
  if (value === null) return null;
  if (type === 'integer') return BigInt(value);
  return type === 'json' ? JSON.parse(String(value)) : value;
};

const asAWhole = async (path: string, write: (draft: string) => Promise<void>): Promise<void> => {
  const draft = `${path}.part`;
  await write(draft);
  await rename(draft, path);
};
