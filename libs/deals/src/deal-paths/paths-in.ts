import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { Bounded } from '#kernel/bounded.js';
import type { CalendarDate } from '#kernel/instant.js';
import { dayNumberOf } from '../deal-figures/day-numbers.js';
import type { SpanTable } from '../deal-figures/span-table.js';
import { DealPath } from './deal-path.js';

/** Which deals of a process: those that came into a state then, or had an expected close date then. */
export type PathFilter = Readonly<{
  /** Null: of all processes. */
  processId: string | null;
  /** In milliseconds since 1970. */
  began: Bounded<number>;
  expected?: Bounded<CalendarDate>;
}>;

/** Visits the paths of deals until `asOf`, as known at `knownAt`, in milliseconds since 1970. */
export const pathsIn = (
  table: SpanTable,
  money: CompanyMoney,
  { processId, began, expected }: PathFilter,
  { asOf, knownAt }: Readonly<{ asOf: number; knownAt: number }>,
  visit: (path: DealPath) => void,
): void => {
  const path = new DealPath(table, money, asOf);
  const touched = {
    processId: processId === null ? null : table.texts.processId.find(processId),
    began: boundsOf(began, (instant) => instant),
    expected: expected ? boundsOf(expected, dayNumberOf) : null,
  };
  table.ofDeals(asOf, knownAt, touched, (rows) => {
    path.rows = rows;
    visit(path);
  });
};

/** As numbers, infinite where there is no bound. */
export const boundsOf = <T>({ from, to }: Bounded<T>, numberOf: (value: T) => number) => ({
  from: from === null ? Number.NEGATIVE_INFINITY : numberOf(from),
  to: to === null ? Number.POSITIVE_INFINITY : numberOf(to),
});
