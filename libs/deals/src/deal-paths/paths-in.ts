import type { SpanTable } from '../deal-figures/span-table.js';
import { SpanView } from '../deal-figures/span-view.js';
import type { DealPath, Stretch } from './deal-path.js';

/** The paths of all deals of a process until `asOf`, as known at `knownAt`, in milliseconds since 1970. */
export const pathsIn = (table: SpanTable, processId: string, asOf: number, knownAt: number): readonly DealPath[] => {
  const paths: DealPath[] = [];
  const view = new SpanView(table);
  table.ofDeals(asOf, knownAt, (rows) => {
    view.row = rows[0] as number;
    if (view.processId !== processId) return;
    const { dealId } = view;
    const stretches = rows.map((row): Stretch => {
      view.row = row;
      const { revision, validFrom: from, validTo, status, stage, ownerId, amount, expectedCloseOn } = view;
      const to = validTo > asOf ? null : validTo;
      return { revision, from, to, status, stage, ownerId, amount, expectedCloseOn };
    });
    paths.push({ dealId, stretches });
  });
  return paths;
};
