import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export type CellValue = string | number | null | undefined;

/** Writes the rows of one CSV file, waiting for the disk when it falls behind. */
export class CsvWriter<Column extends string> {
  readonly #stream: WriteStream;
  #rows = 0;

  constructor(
    path: string,
    private readonly columns: readonly Column[],
  ) {
    this.#stream = createWriteStream(path);
    this.#stream.write(`${columns.join(',')}\n`);
  }

  get rows(): number {
    return this.#rows;
  }

  async write(cells: Readonly<Partial<Record<Column, CellValue>>>): Promise<void> {
    this.#rows += 1;
    const line = this.columns.map((column) => quoted(cells[column])).join(',');
    if (!this.#stream.write(`${line}\n`)) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }
}

const quoted = (value: CellValue): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
