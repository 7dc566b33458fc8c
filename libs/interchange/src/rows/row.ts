import type { DecimalMark } from './plain-decimal.js';

/** A row of a file, wherever it came from: what its cells hold as trimmed text, by column; empty cells are absent. */
export type Row = Readonly<{
  file: string;
  line: number;
  cells: ReadonlyMap<string, string>;
  /** How its decimals are written. Missing: with a point. */
  decimal?: DecimalMark;
}>;

/**
 * Why a row, or what stands in its place, is not imported. `column` is null when it is not about a single one. `code` is that of
 * a fault of the row (`ROW_FAULTS`) or of the business rule that refused it, `values` what the text of a fault has places for,
 * and `reason` all of it as a text.
 */
export type RowProblem = Readonly<{
  file: string;
  line: number;
  column: string | null;
  code: string;
  values: Readonly<Record<string, string>>;
  reason: string;
}>;

/** What a reader finds in the place of a row. */
export type ReadRow = Row | Readonly<{ unreadable: RowProblem }>;

/** The file as a whole cannot be read: it is not there, or its header is not what it must be. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
