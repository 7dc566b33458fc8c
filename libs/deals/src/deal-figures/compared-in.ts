import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { NO_ROW, type SpanTable } from './span-table.js';
import { SpanView } from './span-view.js';

/** Instants in milliseconds since 1970. */
export type Comparison = Readonly<{ from: number; to: number; knownAt: number }>;

/** Visits the deals of a process that were open at either instant or closed in between, each once, as of both. */
export const comparedIn = (
  table: SpanTable,
  money: CompanyMoney,
  processId: string,
  { from, to, knownAt }: Comparison,
  visit: (before: SpanView | null, after: SpanView) => void,
): void => {
  const { dealId, processId: process } = table.cells.ints;
  const { validFrom, validTo, knownFrom, knownTo } = table.cells.doubles;
  const wanted = table.texts.processId.find(processId);
  const marked = new Uint8Array(table.deals);
  const mark = (row: number): void => {
    if (process[row] === wanted) marked[dealId[row] as number] = 1;
  };
  for (const row of table.open(from, knownAt)) mark(row);
  for (const row of table.open(to, knownAt)) mark(row);
  for (const row of table.closed(from, to, knownAt)) mark(row);
  const [before, after] = [new SpanView(table, money), new SpanView(table, money)];
  // One deal after the other, since the rows of each, and those of the next one, lie close together.
  for (let deal = 0; deal < marked.length; deal += 1) {
    if (marked[deal] === 0) continue;
    before.row = NO_ROW;
    after.row = NO_ROW;
    for (const row of table.rowsOf(deal)) {
      const [began, ended] = [validFrom[row] as number, validTo[row] as number];
      const [isBefore, isAfter] = [began <= from && from < ended, began <= to && to < ended];
      if (!isBefore && !isAfter) continue;
      if ((knownFrom[row] as number) > knownAt || knownAt >= (knownTo[row] as number)) continue;
      if (isBefore) before.row = row;
      if (isAfter) after.row = row;
    }
    // Once there, a deal is always there.
    if (after.row !== NO_ROW) visit(before.row === NO_ROW ? null : before, after);
  }
};
