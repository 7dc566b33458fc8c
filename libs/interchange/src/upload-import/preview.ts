import type { KnownCustomers } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { AnnalsFiles, type Kind } from '../annals/annals-files.js';
import { crmSalesRows } from '../crm-sales/crm-sales-files.js';
import { type DuplicateRow, eachDuplicate, sameAs } from '../duplicates/duplicate-rows.js';
import type { Format } from '../import-folder.js';
import type { RowProblem } from '../rows/row.js';

const SHOWN = 20;

/** Rows of customers who are likely there already, or in a row above. */
export type DuplicatePreview = Readonly<{
  /** Rows that are somebody's duplicate by more than a domain: what is chosen at the commit is about them. */
  rows: number;
  /** Rows that have no more in common with anybody than the domain of an e-mail address. */
  weakRows: number;
  /** The first of either, the former before the latter. */
  first: readonly DuplicateRow[];
}>;

/** Duplicates that a preview lists, of those that are likely and of those that are weak. */
const LISTED = 100;

const duplicatesIn = async (files: AnnalsFiles, customers: KnownCustomers): Promise<DuplicatePreview> => {
  const listed: Readonly<Record<'rows' | 'weakRows', DuplicateRow[]>> = { rows: [], weakRows: [] };
  const counts = { rows: 0, weakRows: 0 };
  await eachDuplicate(
    () => files.rows('customers'),
    customers,
    (row) => {
      const kind = sameAs(row) === null ? 'weakRows' : 'rows';
      counts[kind] += 1;
      if (listed[kind].length < LISTED) listed[kind].push(row);
    },
  );
  return { ...counts, first: [...listed.rows, ...listed.weakRows].slice(0, LISTED) };
};

export type Preview = Readonly<{
  rows: number;
  /** Columns as they are understood, those of the mapping under our names. */
  columns: readonly string[];
  firstRows: readonly Readonly<Record<string, string>>[];
  /** Rows that cannot be read at all; business rules speak when the import runs. */
  unreadable: readonly RowProblem[];
  /** Null: not of customers. */
  duplicates: DuplicatePreview | null;
}>;

/** Reads the uploaded file through. `customers` is asked when it is of customers. @throws UnreadableFile */
export const previewOf = async (
  folder: string,
  kind: Kind,
  columns: Readonly<Record<string, string>>,
  customers: () => Promise<KnownCustomers>,
): Promise<Preview> => {
  const files = new AnnalsFiles(folder, columns);
  const seen = new Set<string>();
  const firstRows: Record<string, string>[] = [];
  const unreadable: RowProblem[] = [];
  let rows = 0;
  for await (const row of files.rows(kind)) {
    rows += 1;
    if ('unreadable' in row) {
      if (unreadable.length < SHOWN) unreadable.push(row.unreadable);
      continue;
    }
    for (const column of row.cells.keys()) seen.add(column);
    if (firstRows.length < SHOWN) firstRows.push(Object.fromEntries(row.cells));
  }
  const duplicates = kind === 'customers' ? await duplicatesIn(files, await customers()) : null;
  return { rows, columns: [...seen], firstRows, unreadable, duplicates };
};

export type FolderPreview = Readonly<{
  rows: number;
  /** Rows by file; `processes.json` has none that could be counted. */
  files: Readonly<Record<string, number>>;
  unreadable: readonly RowProblem[];
  /** Null: no customers in it. */
  duplicates: DuplicatePreview | null;
}>;

/** Reads the uploaded files through. `customers` is asked when there are any in them. @throws UnreadableFile when one is not what it must be, or is missing */
export const previewOfFolder = async (
  folder: string,
  format: Format,
  customers: () => Promise<KnownCustomers>,
): Promise<FolderPreview> => {
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
  const hasCustomers = format === 'annals' && Object.keys(files).some((file) => file.startsWith('customers.'));
  return { rows, files, unreadable, duplicates: hasCustomers ? await duplicatesIn(annals, await customers()) : null };
};
