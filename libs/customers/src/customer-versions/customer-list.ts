import type { Range } from '#read-store/read-store.js';
import type { Customer } from '../domain/customer.state.js';

export type CustomerFilter = Readonly<{ ownerId?: string; industry?: string; region?: string }>;

/** Finds by index the customers that meet the filter now, by name. */
export const customerRange = ({ ownerId, industry, region }: CustomerFilter): Range => {
  const filter = { ...(industry !== undefined && { industry }), ...(region !== undefined && { region }) };
  return ownerId === undefined ? { index: 'byName', filter } : { index: 'byOwner', equals: { ownerId }, filter };
};

/** Whether a customer meets the filter. One that was merged is not listed beside the one that survives. */
export const meets =
  ({ ownerId, industry, region }: CustomerFilter) =>
  (customer: Customer): boolean =>
    customer.mergedInto === undefined &&
    (ownerId === undefined || customer.ownerId === ownerId) &&
    (industry === undefined || customer.industry === industry) &&
    (region === undefined || customer.region === region);
