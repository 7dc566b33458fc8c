import { createHash } from 'node:crypto';
import { isPlaceOf, type Place, type RangePlan } from './range-plan.js';
import { type AnyCollectionSpec, type Entry, InvalidCursor, type Range } from './read-store.js';

/** Tells the cursors of one query from those of all others. */
const fingerprint = (spec: AnyCollectionSpec, range: Range, descending: boolean): string => {
  const sorted = (record: object | undefined): unknown =>
    Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = [spec.name, range.index, descending, sorted(range.equals), sorted(range.range), sorted(range.filter)];
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 8);
};

/** A cursor behind `last`, for the same query only. */
export const cursorBehind = (
  spec: AnyCollectionSpec,
  range: Range,
  plan: RangePlan,
  descending: boolean,
  last: Entry<object>,
): string => {
  const doc = last.doc as Readonly<Record<string, unknown>>;
  const values = plan.order.map((column) => doc[column] ?? null);
  const place = [fingerprint(spec, range, descending), last.key, ...values];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
};

/** @throws InvalidCursor when it is none, or one of another query */
export const placeOf = (
  spec: AnyCollectionSpec,
  range: Range,
  plan: RangePlan,
  descending: boolean,
  cursor: string | undefined,
): Place | null => {
  if (cursor === undefined) return null;
  const [query, key, ...values] = cursorValues(cursor);
  const place = { key, values } as Place;
  if (query !== fingerprint(spec, range, descending) || typeof key !== 'string' || !isPlaceOf(spec, plan, place)) {
    throw new InvalidCursor('The cursor does not belong to this query');
  }
  return place;
};

/** What a cursor was made of, as JSON; nothing when it is none. */
export const cursorValues = (cursor: string): readonly unknown[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(place) ? place : [];
  } catch {
    return [];
  }
};
