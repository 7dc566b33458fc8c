import type { Role } from '#kernel/actor.js';
import type { DomainEvent } from '#kernel/event.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';

export type RepHired = DomainEvent<
  'RepHired',
  Readonly<{
    repId: string;
    name: string;
    email: string;
    teamId: string;
    role: Role;
    region: string | null;
    hiredOn: CalendarDate | null;
  }>
>;

/** A rep changed teams. */
export type RepMoved = DomainEvent<'RepMoved', Readonly<{ repId: string; from: string; to: string }>>;

/** What is said of a rep beside where they belong. What they may do follows the role that they have now. */
export type RepProfile = Pick<RepHired['data'], 'name' | 'email' | 'role' | 'region'>;

/** `from` and `to` have the fields that changed. */
export type RepProfileChanged = DomainEvent<
  'RepProfileChanged',
  Readonly<{ repId: string; from: Partial<RepProfile>; to: Partial<RepProfile> }>
>;

/** A bearer token was made; the log holds the hash of its secret only. Without `expiresAt` it lasts until revoked. */
export type RepTokenIssued = DomainEvent<
  'RepTokenIssued',
  Readonly<{ repId: string; tokenId: string; secretHash: string; expiresAt: Instant | null }>
>;

export type RepTokenRevoked = DomainEvent<'RepTokenRevoked', Readonly<{ repId: string; tokenId: string }>>;

/** Takes `share` ÷ the sum of all shares of what a leaver owned; `share` is above 0. */
export type Successor = Readonly<{ ownerId: string; share: number }>;

/**
 * A rep left. `on` is their last day by contract; they can no longer act from the moment of this fact. No successors:
 * nothing was handed over here.
 */
export type RepDeparted = DomainEvent<
  'RepDeparted',
  Readonly<{
    repId: string;
    departureId: string;
    on: CalendarDate;
    successors: readonly Successor[];
    reason: string | null;
  }>
>;

/**
 * The receipt of a departure: how many records changed hands in all. A later one follows when a record has reached the
 * leaver since.
 */
export type RepHandoverCompleted = DomainEvent<
  'RepHandoverCompleted',
  Readonly<{ repId: string; departureId: string; customers: number; deals: number; tasks: number }>
>;

export type RepEvent =
  | RepHired
  | RepMoved
  | RepProfileChanged
  | RepTokenIssued
  | RepTokenRevoked
  | RepDeparted
  | RepHandoverCompleted;
