import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export type CellValue = string | number | null | undefined;

/**
 * Writes the rows of one CSV file, waiting for the disk when it falls behind. What the file system refuses is thrown by
 * the next `write`, or by `close`.
 */
export class CsvWriter<Column extends string> {
  readonly #stream: WriteStream;
  #failure: Error | null = null;
  #rows = 0;

  constructor(
    path: string,
    private readonly columns: readonly Column[],
  ) {
    this.#stream = createWriteStream(path);
    // At any time, as an error of a stream that nobody listens to ends the process.
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
    this.#stream.write(`${columns.join(',')}\n`);
  }

  get rows(): number {
    return this.#rows;
  }

  async write(cells: Readonly<Partial<Record<Column, CellValue>>>): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.#rows += 1;
    const line = this.columns.map((column) => quoted(cells[column])).join(',');
    if (!this.#stream.write(`${line}\n`)) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }

  /** Lets go of the file, whatever it holds by now. Of one that is closed nothing changes. */
  abandon(): void {
    this.#stream.destroy();
  }
}

const quoted = (value: CellValue): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
