import type { Bounds, Range } from '#read-store/read-store.js';
import type { Customer } from '../domain/customer.state.js';
import { searchKey } from './customer-versions.projection.js';

/** `q` is how the name starts, whatever its case. */
export type CustomerFilter = Readonly<{ ownerId?: string; industry?: string; region?: string; q?: string }>;

/** Finds by index the customers that meet the filter now, by name. */
export const customerRange = ({ ownerId, industry, region, q }: CustomerFilter): Range => {
  const filter = { ...(industry !== undefined && { industry }), ...(region !== undefined && { region }) };
  const range = q === undefined ? {} : { range: { column: 'name', ...startingWith(searchKey(q)) } };
  return ownerId === undefined
    ? { index: 'byName', ...range, filter }
    : { index: 'byOwner', equals: { ownerId }, ...range, filter };
};

/** Whether a customer meets the filter. One that was merged is not listed beside the one that survives. */
export const meets =
  ({ ownerId, industry, region, q }: CustomerFilter) =>
  (customer: Customer): boolean =>
    customer.mergedInto === undefined &&
    (ownerId === undefined || customer.ownerId === ownerId) &&
    (industry === undefined || customer.industry === industry) &&
    (region === undefined || customer.region === region) &&
    (q === undefined || searchKey(customer.name).startsWith(searchKey(q)));

/** Bounds of the texts that start with a prefix: no text of letters goes past the last code point. */
const startingWith = (prefix: string): Bounds => ({ gte: prefix, lt: `${prefix}\u{10FFFF}` });
