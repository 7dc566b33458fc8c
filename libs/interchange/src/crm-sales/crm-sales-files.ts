import { join } from 'node:path';
import type { CalendarDate } from '#kernel/instant.js';
import { parseDate } from '#kernel/instant.js';
import type { ReportBuilder } from '../loading/import-report.js';
import { csvRows } from '../rows/csv-rows.js';
import type { ReadRow, Row } from '../rows/row.js';
import { repairOf } from './repairs.js';

const FILES = {
  accounts: { name: 'accounts.csv', columns: ['account', 'sector', 'office_location'] },
  products: { name: 'products.csv', columns: ['product', 'sales_price'] },
  teams: { name: 'sales_teams.csv', columns: ['sales_agent', 'manager', 'regional_office'] },
  opportunities: {
    name: 'sales_pipeline.csv',
    columns: [
      'opportunity_id',
      'sales_agent',
      'product',
      'account',
      'deal_stage',
      'engage_date',
      'close_date',
      'close_value',
    ],
  },
} as const;

/** The files of the format; each must be there. */
export const CRM_SALES_FILE_NAMES: readonly string[] = Object.values(FILES).map(({ name }) => name);

export type CrmSalesFiles = Readonly<Record<keyof typeof FILES, readonly Row[]>> &
  Readonly<{
    /** Of all days that the opportunities name. */
    firstDay: CalendarDate;
    lastDay: CalendarDate;
  }>;

/** Reads the four files, repaired; what cannot be read is in the report. @throws UnreadableFile */
export const readCrmSales = async (folder: string, report: ReportBuilder): Promise<CrmSalesFiles> => {
  const [accounts, products, teams, opportunities] = [
    await readFile(folder, FILES.accounts, report),
    await readFile(folder, FILES.products, report),
    await readFile(folder, FILES.teams, report),
    await readFile(folder, FILES.opportunities, report),
  ];
  const days = opportunities
    .flatMap(({ cells }) => [cells.get('engage_date'), cells.get('close_date')])
    .filter((day) => day !== undefined && parseDate(day) !== null)
    .sort();
  return { accounts, products, teams, opportunities, firstDay: days[0] ?? EPOCH, lastDay: days.at(-1) ?? EPOCH };
};

/** The rows of the four files as they stand. @throws UnreadableFile */
export async function* crmSalesRows(folder: string): AsyncGenerator<ReadRow> {
  for (const { name, columns } of Object.values(FILES)) yield* csvRows(join(folder, name), { required: columns });
}

/** Of a folder in which no opportunity names a day. */
const EPOCH = '1970-01-01';

const readFile = async (
  folder: string,
  { name, columns }: (typeof FILES)[keyof typeof FILES],
  report: ReportBuilder,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const row of csvRows(join(folder, name), { required: columns })) {
    if ('unreadable' in row) report.row(name, row.unreadable);
    else rows.push(repaired(row, report));
  }
  return rows;
};

const repaired = (row: Row, report: ReportBuilder): Row => {
  const cells = new Map(row.cells);
  let repairs = 0;
  for (const [column, value] of row.cells) {
    const meant = repairOf(column, value);
    if (meant === null) continue;
    cells.set(column, meant);
    report.repaired(row, column, value, meant);
    repairs += 1;
  }
  if (repairs > 0) report.countRepaired(row);
  return { ...row, cells };
};
