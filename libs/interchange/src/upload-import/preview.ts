import { AnnalsFiles, type Kind } from '../annals/annals-files.js';
import { crmSalesRows } from '../crm-sales/crm-sales-files.js';
import type { Format } from '../import-folder.js';
import type { RowProblem } from '../rows/row.js';

const SHOWN = 20;

export type Preview = Readonly<{
  rows: number;
  /** Columns as they are understood, those of the mapping under our names. */
  columns: readonly string[];
  firstRows: readonly Readonly<Record<string, string>>[];
  /** Rows that cannot be read at all; business rules speak when the import runs. */
  unreadable: readonly RowProblem[];
}>;

/** Reads the uploaded file through. @throws UnreadableFile */
export const previewOf = async (
  folder: string,
  kind: Kind,
  columns: Readonly<Record<string, string>>,
): Promise<Preview> => {
  const seen = new Set<string>();
  const firstRows: Record<string, string>[] = [];
  const unreadable: RowProblem[] = [];
  let rows = 0;
  for await (const row of new AnnalsFiles(folder, columns).rows(kind)) {
    rows += 1;
    if ('unreadable' in row) {
      if (unreadable.length < SHOWN) unreadable.push(row.unreadable);
      continue;
    }
    for (const column of row.cells.keys()) seen.add(column);
    if (firstRows.length < SHOWN) firstRows.push(Object.fromEntries(row.cells));
  }
  return { rows, columns: [...seen], firstRows, unreadable };
};

export type FolderPreview = Readonly<{
  rows: number;
  /** Rows by file; `processes.json` has none that could be counted. */
  files: Readonly<Record<string, number>>;
  unreadable: readonly RowProblem[];
}>;

/** Reads the uploaded files through. @throws UnreadableFile when one is not what it must be, or is missing */
export const previewOfFolder = async (folder: string, format: Format): Promise<FolderPreview> => {
  const annals = new AnnalsFiles(folder);
  if (format === 'annals') await annals.processes();
  const files: Record<string, number> = {};
  const unreadable: RowProblem[] = [];
  let rows = 0;
  for await (const row of format === 'annals' ? annals.allRows() : crmSalesRows(folder)) {
    const { file } = 'unreadable' in row ? row.unreadable : row;
    rows += 1;
    files[file] = (files[file] ?? 0) + 1;
    if ('unreadable' in row && unreadable.length < SHOWN) unreadable.push(row.unreadable);
  }
  return { rows, files, unreadable };
};
