import type { Report } from '../report/report.query.js';
import { type Cell, reportTable } from './report-table.js';

export const REPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type ReportFile = Readonly<{ filename: string; contentType: string; content: Buffer }>;

/** The report as a file. No text in it is ever run as a formula: see `asText`. */
export const reportFile = async (report: Report, format: ReportFormat): Promise<ReportFile> => {
  const table = reportTable(report);
  const filename = `${report.report}${report.period === null ? '' : `-${report.period}`}.${format}`;
  if (format === 'csv') {
    const content = Buffer.from(`\ufeff${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`);
    return { filename, contentType: 'text/csv; charset=utf-8', content };
  }
  // Loaded with the first such file: it takes a fifth of a second.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(report.report);
  for (const row of table) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell)));
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  return { filename, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content };
};

/**
 * Spreadsheets take a cell of a CSV file that begins so for a formula (OWASP, CSV injection), and people copy cells from
 * one kind of file into the other: an apostrophe before it makes it a text.
 */
const asText = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const csvCell = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = asText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
