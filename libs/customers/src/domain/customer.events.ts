import type { DomainEvent } from '#kernel/event.js';

/** A person to talk to at the customer. `id` is unique within the customer. */
export type Contact = Readonly<{
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  title: string | null;
}>;

export type Profile = Readonly<{
  name: string;
  industry: string | null;
  region: string | null;
  /** Where the customer came from: a campaign, a referral, an import. */
  source: string | null;
}>;

/** Without an `ownerId` the customer starts in the shared pool. */
export type CustomerAdded = DomainEvent<
  'CustomerAdded',
  Profile & Readonly<{ customerId: string; ownerId: string | null; contacts: readonly Contact[] }>
>;

/** Somebody decided who looks after the customer. */
export type CustomerAssigned = DomainEvent<
  'CustomerAssigned',
  Readonly<{ customerId: string; from: string | null; to: string }>
>;

/** The customer went back to the shared pool. */
export type CustomerReleased = DomainEvent<
  'CustomerReleased',
  Readonly<{ customerId: string; from: string; reason: string | null }>
>;

/** A rep took the customer out of the shared pool. */
export type CustomerClaimed = DomainEvent<'CustomerClaimed', Readonly<{ customerId: string; ownerId: string }>>;

/** `from` and `to` have the fields that changed and no others. */
export type CustomerProfileChanged = DomainEvent<
  'CustomerProfileChanged',
  Readonly<{ customerId: string; from: Partial<Profile>; to: Partial<Profile> }>
>;

export type CustomerContactAdded = DomainEvent<
  'CustomerContactAdded',
  Readonly<{ customerId: string; contact: Contact }>
>;

export type CustomerContactChanged = DomainEvent<
  'CustomerContactChanged',
  Readonly<{ customerId: string; from: Contact; to: Contact }>
>;

export type CustomerContactRemoved = DomainEvent<
  'CustomerContactRemoved',
  Readonly<{ customerId: string; contact: Contact }>
>;

/** The customer turned out to be the same as another one, who survives. */
export type CustomerMerged = DomainEvent<'CustomerMerged', Readonly<{ customerId: string; into: string }>>;

/**
 * Everything personal about the customer is to be forgotten: the key that reads it in the log is destroyed, and the
 * read models follow. `reason` is why, in words that name nobody.
 */
export type CustomerErased = DomainEvent<'CustomerErased', Readonly<{ customerId: string; reason: string | null }>>;

/** The key is destroyed: whatever is folded from the log from here on has forgotten. */
export type CustomerErasureCompleted = DomainEvent<'CustomerErasureCompleted', Readonly<{ customerId: string }>>;

export type CustomerEvent =
  | CustomerAdded
  | CustomerAssigned
  | CustomerReleased
  | CustomerClaimed
  | CustomerProfileChanged
  | CustomerContactAdded
  | CustomerContactChanged
  | CustomerContactRemoved
  | CustomerMerged
  | CustomerErased
  | CustomerErasureCompleted;
