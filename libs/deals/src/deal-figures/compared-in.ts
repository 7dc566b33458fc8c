import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { STATUSES } from './span-cells.js';
import { NO_ROW, type SpanTable } from './span-table.js';
import { SpanView } from './span-view.js';

/** Instants in milliseconds since 1970. */
export type Comparison = Readonly<{ from: number; to: number; knownAt: number }>;

const OPEN = STATUSES.indexOf('Open');

/** Visits the deals of a process that were open at either instant or closed in between, each once, as of both. */
export const comparedIn = (
  table: SpanTable,
  money: CompanyMoney,
  processId: string,
  { from, to, knownAt }: Comparison,
  visit: (before: SpanView | null, after: SpanView) => void,
): void => {
  const { cells } = table;
  const wanted = table.texts.processId.find(processId);
  const seen = new Uint8Array(table.deals);
  const [before, after] = [new SpanView(table, money), new SpanView(table, money)];
  const compare = (row: number): void => {
    const deal = cells.ints.dealId[row] as number;
    if (cells.ints.processId[row] !== wanted || seen[deal] === 1) return;
    seen[deal] = 1;
    before.row = table.held(row, from, knownAt) ? row : table.rowAt(deal, from, knownAt);
    after.row = table.held(row, to, knownAt) ? row : table.rowAt(deal, to, knownAt);
    // Once there, a deal is always there.
    if (after.row !== NO_ROW) visit(before.row === NO_ROW ? null : before, after);
  };
  for (const row of table.open(from, knownAt)) compare(row);
  for (const row of table.open(to, knownAt)) compare(row);
  for (const row of table.begun(from, to, knownAt)) if (cells.ints.status[row] !== OPEN) compare(row);
};
