import { basename } from 'node:path';
import { flawOf, MAX_ROW_BYTES } from './csv-rows.js';
import { linesOf } from './lines.contract.js';
import type { ReadRow } from './row.js';
import { rowProblem } from './row-faults.js';

/**
 * The rows of an NDJSON file: one JSON object a line, whose properties are the columns. Objects and lists in it are
 * cells that hold JSON. A line that is none is reported in its place, and the rest goes on.
 */
export async function* ndjsonRows(
  path: string,
  nameOf: (column: string) => string = (column) => column,
): AsyncGenerator<ReadRow> {
  const file = basename(path);
  let line = 0;
  for await (const text of linesOf(path, MAX_ROW_BYTES)) {
    line += 1;
    const json = line === 1 && text !== null ? text.replace(/^\uFEFF/, '') : text;
    if (json === null || json.trim() !== '') yield rowOf(file, line, json, nameOf);
  }
}

const rowOf = (file: string, line: number, json: string | null, nameOf: (column: string) => string): ReadRow => {
  const place = { file, line };
  if (json === null) return { unreadable: rowProblem(place, null, 'TooLong', { bytes: String(MAX_ROW_BYTES) }) };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { unreadable: rowProblem(place, null, 'NoJson', { message }) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { unreadable: rowProblem(place, null, 'NoJsonObject') };
  }
  const cells = new Map<string, string>();
  for (const [column, content] of Object.entries(value)) {
    const text = textOf(content);
    if (text === '') continue;
    const flaw = flawOf(text);
    if (flaw !== null) return { unreadable: rowProblem(place, column, flaw) };
    cells.set(nameOf(column.toLowerCase()), text);
  }
  return { file, line, cells };
};

const textOf = (content: unknown): string => {
  if (content === null || content === undefined) return '';
  return typeof content === 'string' ? content.trim() : JSON.stringify(content);
};
