import { millisecondsOf } from '#kernel/instant.js';
import { MAX_POINT, stabbingPath } from '#kernel/interval-tree.js';
import type { Bounds, Range, Scalar } from '#read-store/read-store.js';
import type { DealSpan } from './deal-history.projection.js';

/** Conditions on the columns of the spans. */
export type SpanFilter = Readonly<Partial<Record<keyof DealSpan, Scalar | readonly Scalar[] | Bounds>>>;

type Instants = Readonly<{ asOf: string; knownAt: string }>;

/**
 * The ranges whose union is the spans of one status that held at `asOf` as known at `knownAt`: each span once. Spans
 * of current knowledge are found by valid time, superseded ones by the time they were known, so that both cost by
 * what was open then.
 */
export const spansAt = (
  status: DealSpan['status'],
  { asOf, knownAt }: Instants,
  filter: SpanFilter = {},
): readonly Range[] => {
  // Nothing is on record before 1970, and nothing changes after the last point.
  const [valid, known] = [asOf, knownAt].map((at) => Math.min(millisecondsOf(at), MAX_POINT)) as [number, number];
  if (valid < 0 || known < 0) return [];
  return [
    ...stab(status, 'valid', valid, { ...filter, knownFrom: { lte: known } }),
    ...stab(status, 'known', known, { ...filter, validFrom: { lte: valid }, validTo: { gt: valid } }),
  ];
};

/** Conditions under which a span found by another index held at `asOf` as known at `knownAt`. */
export const heldAt = ({ asOf, knownAt }: Instants): SpanFilter => {
  const [valid, known] = [millisecondsOf(asOf), millisecondsOf(knownAt)];
  return { validFrom: { lte: valid }, validTo: { gt: valid }, knownFrom: { lte: known }, knownTo: { gt: known } };
};

const stab = (
  status: DealSpan['status'],
  axis: DealSpan['axis'],
  point: number,
  filter: SpanFilter,
): readonly Range[] => {
  const { left, right } = stabbingPath(point);
  return [
    ...left.map((node) => ({
      index: 'stabUpper',
      equals: { status, axis, node },
      range: { column: 'upper', gt: point },
      filter,
    })),
    ...right.map((node) => ({
      index: 'stabLower',
      equals: { status, axis, node },
      range: { column: 'lower', lte: point },
      filter,
    })),
  ];
};
