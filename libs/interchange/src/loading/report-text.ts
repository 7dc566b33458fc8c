import type { ImportReport, Remark } from './import-report.js';

const SHOWN = 20;

/** The report for a person: counts, then what was rejected, repaired and noticed, the first few of each. */
export const reportText = ({
  counts,
  events,
  files,
  rejected,
  rejectedUnlisted,
  repairs,
  notices,
}: ImportReport): string => {
  const reasons = rejected.length + rejectedUnlisted;
  return [
    `${counts.rows} rows: ${counts.accepted} accepted, ${counts.unchanged} unchanged, ${counts.rejected} rejected, ${counts.repaired} repaired; ${events} events appended`,
    ...Object.entries(files).map(
      ([file, { rows, accepted, unchanged, rejected }]) =>
        `  ${file}: ${rows} rows, ${accepted} accepted, ${unchanged} unchanged, ${rejected} rejected`,
    ),
    ...section(
      'Rejected',
      rejected
        .slice(0, SHOWN)
        .map(({ file, line, column, reason }) => `${file}:${line}${column === null ? '' : ` ${column}`}: ${reason}`),
      reasons - Math.min(SHOWN, rejected.length),
    ),
    ...section('Repaired', repairs.map(remarkText), 0),
    ...section('Noticed', notices.map(remarkText), 0),
  ].join('\n');
};

const remarkText = ({ file, column, text, rows, lines }: Remark): string => {
  const where = lines.slice(0, 5).join(', ');
  return `${file}${column === null ? '' : ` ${column}`}: ${text} (${rows} rows: line ${where}${rows > 5 ? ', …' : ''})`;
};

const section = (title: string, lines: readonly string[], more: number): readonly string[] =>
  lines.length === 0
    ? []
    : [`${title}:`, ...lines.map((line) => `  ${line}`), ...(more > 0 ? [`  … and ${more} more: see the report`] : [])];
