import { checkSpec, fitsColumn } from './collection-shape.js';
import type { AnyCollectionSpec, Bounds, Range, Scalar } from './read-store.js';

/** What an entry must meet; `key` is that of the entry. Null meets no comparison but `is` and `anyOf`. */
export type Condition =
  | Readonly<{ column: string; op: 'is'; value: Scalar }>
  | Readonly<{ column: string; op: 'gt' | 'gte' | 'lt' | 'lte'; value: string | number }>
  | Readonly<{ column: string; op: 'anyOf'; values: readonly Scalar[] }>
  | Readonly<{ column: string; op: 'notNull' }>
  | Readonly<{ key: 'gt' | 'lt'; value: string }>;

/** Conditions that all hold. */
export type Stretch = readonly Condition[];

/** Where a page ended: the values of the plan's `order` and the key of its last entry. */
export type Place = Readonly<{ values: readonly Scalar[]; key: string }>;

/** A range made ready for a store: what to search by, and the columns by which what is found is ordered. */
export type RangePlan = Readonly<{
  index: readonly string[];
  equals: Stretch;
  bounds: Stretch;
  filter: Stretch;
  /** The columns of the index behind those of `equals`; the key comes after them. */
  order: readonly string[];
  /** Nothing can match: a bound is null, or a list is empty. */
  empty: boolean;
}>;

const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;

/** @throws TypeError when the range does not fit the collection: that is a bug of the caller */
export const planRange = (spec: AnyCollectionSpec, range: Range): RangePlan => {
  checkSpec(spec);
  const index = spec.indexes[range.index];
  if (!index) throw new TypeError(`Collection "${spec.name}" has no index "${range.index}"`);
  const equals = range.equals ?? {};
  const prefix = index.slice(0, Object.keys(equals).length);
  if (prefix.some((column) => !Object.hasOwn(equals, column))) {
    throw new TypeError(`Index "${range.index}" of "${spec.name}" does not begin with ${Object.keys(equals)}`);
  }
  const order = index.slice(prefix.length);
  if (range.range && range.range.column !== order[0]) {
    throw new TypeError(`A range on "${range.range.column}" does not follow in index "${range.index}"`);
  }
  const filter = Object.entries(range.filter ?? {});
  const bounded = [...(range.range ? [range.range] : []), ...filter.map(([, by]) => by).filter(isBounds)];
  return {
    index,
    equals: prefix.map((column) => ({ column, op: 'is', value: typed(spec, column, equals[column] ?? null) })),
    bounds: range.range ? boundsOf(spec, range.range.column, range.range) : [],
    filter: filter.flatMap(([column, by]) => filterOf(spec, column, by)),
    order,
    empty:
      bounded.some((bounds) => BOUNDS.some((op) => bounds[op] === null)) ||
      filter.some(([, by]) => isList(by) && by.length === 0),
  };
};

/**
 * The stretches of the index that together hold what comes behind `place` (or all, without one), in order. Each is
 * one contiguous piece, so a store finds it by its index, whatever of it is null.
 */
export const stretchesBehind = (plan: RangePlan, place: Place | null, descending: boolean): readonly Stretch[] => {
  if (plan.empty) return [];
  const { equals, bounds, filter, order } = plan;
  if (place === null) return [[...equals, ...bounds, ...filter]];
  const same = order.map((column, at): Condition => ({ column, op: 'is', value: place.values[at] ?? null }));
  const stretches: Stretch[] = [[...equals, ...same, { key: descending ? 'lt' : 'gt', value: place.key }, ...filter]];
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const column = order[at] ?? '';
    const value = place.values[at] ?? null;
    const isBounded = at === 0 && bounds.length > 0;
    // The bound that the place itself has passed is dropped: two lower bounds would let a store seek to the wrong one.
    const ahead = at === 0 ? bounds.filter((by) => 'op' in by && by.op.startsWith(descending ? 'g' : 'l')) : [];
    const before = [...equals, ...same.slice(0, at)];
    if (descending) {
      if (value === null) continue;
      stretches.push([...before, { column, op: 'lt', value }, ...ahead, ...filter]);
      if (!isBounded) stretches.push([...before, { column, op: 'is', value: null }, ...filter]);
    } else {
      const beyond: Condition = value === null ? { column, op: 'notNull' } : { column, op: 'gt', value };
      stretches.push([...before, beyond, ...ahead, ...filter]);
    }
  }
  return stretches;
};

/** Whether a page of this plan could have ended there. */
export const isPlaceOf = (spec: AnyCollectionSpec, plan: RangePlan, { values }: Place): boolean =>
  values.length === plan.order.length &&
  plan.order.every((column, at) => fitsColumn(spec, column, values[at])) &&
  plan.bounds.every((by) => !('op' in by) || by.op === 'notNull' || values[0] !== null);

const isList = (by: Scalar | readonly Scalar[] | Bounds): by is readonly Scalar[] => Array.isArray(by);

const isBounds = (by: Scalar | readonly Scalar[] | Bounds): by is Bounds =>
  typeof by === 'object' && by !== null && !isList(by);

const filterOf = (spec: AnyCollectionSpec, column: string, by: Scalar | readonly Scalar[] | Bounds): Stretch => {
  if (isList(by)) return [{ column, op: 'anyOf', values: by.map((value) => typed(spec, column, value)) }];
  if (isBounds(by)) return boundsOf(spec, column, by);
  return [{ column, op: 'is', value: typed(spec, column, by) }];
};

const boundsOf = (spec: AnyCollectionSpec, column: string, bounds: Bounds): Stretch =>
  BOUNDS.flatMap((op): Stretch => {
    const value = typed(spec, column, bounds[op] ?? null);
    return value === null ? [] : [{ column, op, value }];
  });

const typed = (spec: AnyCollectionSpec, column: string, value: Scalar): Scalar => {
  if (spec.columns[column] === undefined) throw new TypeError(`Collection "${spec.name}" has no column "${column}"`);
  if (fitsColumn(spec, column, value)) return value;
  throw new TypeError(`Collection "${spec.name}": column "${column}" is never ${JSON.stringify(value)}`);
};
