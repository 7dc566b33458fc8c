import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { Bounded } from '#kernel/bounded.js';
import type { CalendarDate } from '#kernel/instant.js';
import { dayNumberOf } from '../deal-figures/day-numbers.js';
import type { SpanTable } from '../deal-figures/span-table.js';
import type { Times } from './deal-past.js';
import { DealPath } from './deal-path.js';

/** Which deals of a process: those that came into a state then, or had an expected close date then. */
export type PathFilter = Readonly<{
  /** Null: of all processes. */
  processId: string | null;
  /** In milliseconds since 1970. */
  began: Bounded<number>;
  expected?: Bounded<CalendarDate>;
}>;

export type PathVisitor = (path: DealPath) => void;

/** Visits the paths of deals until `asOf`, as known at `knownAt`, deal by deal. */
export const pathsIn = (
  table: SpanTable,
  money: CompanyMoney,
  filter: PathFilter,
  times: Times,
  visit: PathVisitor,
): void => {
  const look = lookAtPath(table, money, times, visit);
  dealsOn(table, filter).forEach((isTouched, deal) => {
    if (isTouched === 1) look(deal);
  });
};

/** By number of the deal: 1 when the filter is about it, or else 0. */
export const dealsOn = (table: SpanTable, { processId, began, expected }: PathFilter): Uint8Array =>
  table.dealsIn({
    processId: processId === null ? null : table.texts.processId.find(processId),
    began: boundsOf(began, (instant) => instant),
    expected: expected ? boundsOf(expected, dayNumberOf) : null,
  });

/** Shows the path of a deal, given by its number, if it was there. */
export const lookAtPath = (
  table: SpanTable,
  money: CompanyMoney,
  { asOf, knownAt }: Times,
  visit: PathVisitor,
): ((deal: number) => void) => {
  const path = new DealPath(table, money, asOf);
  return (deal) => {
    path.rows = table.pathOf(deal, asOf, knownAt);
    if (path.rows.length > 0) visit(path);
  };
};

/** As numbers, infinite where there is no bound. */
export const boundsOf = <T>({ from, to }: Bounded<T>, numberOf: (value: T) => number) => ({
  from: from === null ? Number.NEGATIVE_INFINITY : numberOf(from),
  to: to === null ? Number.POSITIVE_INFINITY : numberOf(to),
});
