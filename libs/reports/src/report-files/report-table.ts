import { formatDecimal, type Money } from '#kernel/money.js';
import { COMPARISONS } from '../report/compared-period.js';
import type { Report } from '../report/report.query.js';
import type { InnerRow, ReportRow, Values } from '../report/report-rows.js';

/** Texts and numbers as a spreadsheet shows them; null: an empty cell. */
export type Cell = string | number | null;

/**
 * The report as rows of cells: a header, the groups, the total. A group that is told apart once more comes as its inner
 * ones, then with its own sums. What is named by the id of a record has its name beside it. Money is decimal in major
 * units, its currency named once.
 */
export const reportTable = (report: Report): readonly (readonly Cell[])[] => {
  const shown = COMPARISONS.filter((comparison) => report.total[comparison] !== undefined);
  const columns = report.measures.map(({ name, kind }) => {
    const currency = kind === 'money' || kind === 'moneyPerDay' ? currencyOf(report, name) : null;
    return currency === null ? name : `${name} (${currency})`;
  });
  const groups = [
    { title: report.group, isNamed: report.rows.some(({ name }) => name !== null) },
    ...(report.second === null ? [] : [{ title: report.second, isNamed: report.rows.some(hasNamesWithin) }]),
  ];
  const titles = groups.flatMap(({ title, isNamed }) => (isNamed ? [title, `${title} name`] : [title]));
  const header = [...titles, ...columns, ...shown.flatMap((of) => columns.map((column) => `${column}, ${of}`))];
  const cells = (values: Values | undefined): readonly Cell[] =>
    report.measures.map(({ name }) => cellOf(values?.[name]));
  const line = (row: ReportRow | InnerRow, ...labels: readonly Label[]): readonly Cell[] => [
    ...groups.flatMap(({ isNamed }, place) => {
      const { group, name } = labels[place] ?? NOTHING;
      return isNamed ? [group ?? '', name ?? ''] : [group ?? ''];
    }),
    ...cells(row.values),
    ...shown.flatMap((comparison) => cells(row[comparison])),
  ];
  const lines = report.rows.flatMap((row) => {
    if (row.within === undefined) return [line(row, row)];
    const inner = row.within.map((each) => line(each, row, { group: each.second, name: each.name }));
    return [...inner, line(row, row, TOTAL)];
  });
  return [header, ...lines, line(report.total, TOTAL)];
};

type Label = Readonly<{ group: string | null; name: string | null }>;

const NOTHING: Label = { group: null, name: null };
const TOTAL: Label = { group: 'total', name: null };

const hasNamesWithin = ({ within = [] }: ReportRow): boolean => within.some(({ name }) => name !== null);

const isMoney = (value: number | Money | null | undefined): value is Money =>
  typeof value === 'object' && value !== null;

const cellOf = (value: number | Money | null | undefined): Cell => {
  if (isMoney(value)) return Number(formatDecimal(value));
  return value ?? null;
};

const currencyOf = ({ rows, total }: Report, name: keyof Values): string | null => {
  const found = [total, ...rows].map(({ values }) => values[name]).find(isMoney);
  return found?.currency ?? null;
};
