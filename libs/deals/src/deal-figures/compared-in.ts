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
  const { ints, doubles } = table.cells;
  const wanted = table.texts.processId.find(processId);
  // By number of the deal: so each is found at once, and comes when the rows next to its own have come.
  const openBefore = new Int32Array(table.deals).fill(NO_ROW);
  const rowAfter = new Int32Array(table.deals).fill(NO_ROW);
  for (const row of table.index.open(from, knownAt)) openBefore[ints.dealId[row] as number] = row;
  for (const row of table.index.open(to, knownAt)) rowAfter[ints.dealId[row] as number] = row;
  for (const row of table.index.closed(from, to, knownAt)) {
    if (to < (doubles.validTo[row] as number)) rowAfter[ints.dealId[row] as number] = row;
  }
  const [before, after] = [new SpanView(table, money), new SpanView(table, money)];
  for (let deal = 0; deal < rowAfter.length; deal += 1) {
    const row = rowAfter[deal] as number;
    if (row === NO_ROW || ints.processId[row] !== wanted) continue;
    after.row = row;
    before.row = openBefore[deal] as number;
    // One that was there and not open is opened again, which few are.
    if (before.row === NO_ROW && (doubles.openedAt[row] as number) <= from)
      before.row = table.rowAt(deal, from, knownAt);
    visit(before.row === NO_ROW ? null : before, after);
  }
};
