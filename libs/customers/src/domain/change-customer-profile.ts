import type { Outcome } from '#kernel/outcome.js';
import type { CustomerProfileChanged, Profile } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type ErasedRefusal, refuseErased } from './refuse-erased.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

/** A field that is left out stays as it is; null empties it. */
export type ChangeCustomerProfile = Readonly<{ customerId: string; profile: Partial<Profile> }>;

const FIELDS = ['name', 'industry', 'region', 'source'] as const satisfies readonly (keyof Profile)[];

export const changeCustomerProfile = (
  { customerId, profile }: ChangeCustomerProfile,
  customer: Customer,
): Outcome<CustomerProfileChanged, ErasedRefusal | MergedRefusal> => {
  if (customer.erasure !== undefined) return refuseErased(customer);
  const changed = FIELDS.filter((field) => profile[field] !== undefined && profile[field] !== customer[field]);
  if (changed.length === 0) return [];
  const merged = refuseMerged(customer);
  if (merged) return merged;
  const only = (values: Partial<Profile>): Partial<Profile> =>
    Object.fromEntries(changed.map((field) => [field, values[field]]));
  return [{ type: 'CustomerProfileChanged', data: { customerId, from: only(customer), to: only(profile) } }];
};
