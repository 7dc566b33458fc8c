import { basename } from 'node:path';
import type { CellValue } from 'exceljs';
import { flawOf } from './csv-rows.js';
import { type ReadRow, UnreadableFile } from './row.js';
import { rowProblem } from './row-faults.js';

/**
 * The rows of the first sheet of an XLSX file under the names of its first row. A formula counts as what it came to when
 * the file was saved; a date as its day, or its instant in UTC when it has hours.
 * @throws UnreadableFile
 */
export async function* xlsxRows(path: string, nameOf: (column: string) => string): AsyncGenerator<ReadRow> {
  const file = basename(path);
  let header: readonly string[] | null = null;
  try {
    // Loaded with the first such file: it takes a fifth of a second.
    const { default: ExcelJS } = await import('exceljs');
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', styles: 'cache' });
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values.slice(1) : [];
        const texts = Array.from(values, (value) => textOf(value));
        if (header === null) header = texts.map((text) => nameOf((text ?? '').toLowerCase()));
        else if (texts.some((text) => text !== '')) yield rowOf(file, row.number, header, texts);
      }
      break;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`${file} is no XLSX file: ${error instanceof Error ? error.message : error}`);
  }
  if (header === null) throw new UnreadableFile(`${file} has no header`);
}

const rowOf = (file: string, line: number, header: readonly string[], texts: readonly (string | null)[]): ReadRow => {
  const cells = new Map<string, string>();
  for (const [index, text] of texts.entries()) {
    const column = header[index] ?? null;
    const flaw = text === null ? 'HoldsError' : flawOf(text);
    if (flaw !== null) return { unreadable: rowProblem({ file, line }, column, flaw) };
    if (text !== null && text !== '' && column) cells.set(column, text);
  }
  return { file, line, cells };
};

/** Null: the cell holds an error (#REF!). */
const textOf = (value: CellValue): string | null => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const instant = value.toISOString();
    return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant;
  }
  if (typeof value !== 'object') return String(value).trim();
  if ('error' in value) return null;
  if ('result' in value) return textOf(value.result as CellValue);
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  return 'text' in value ? String(value.text).trim() : '';
};
