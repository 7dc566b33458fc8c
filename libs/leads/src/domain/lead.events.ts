import type { DomainEvent } from '#kernel/event.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';

/** Who a lead is: a person, perhaps of a company. */
export type Prospect = Readonly<{
  name: string;
  company: string | null;
  email: string | null;
  phone: string | null;
  /** Where the lead came from: a campaign, a referral, a form. */
  source: string | null;
}>;

/**
 * Without an `ownerId` the lead starts in the shared pool. `customerId` is who it becomes when it is converted: whatever
 * is personal belongs to them from the first day, and is erased with them.
 */
export type LeadCaptured = DomainEvent<
  'LeadCaptured',
  Prospect & Readonly<{ leadId: string; customerId: string; ownerId: string | null }>
>;

/** Somebody found that it is worth selling to. */
export type LeadQualified = DomainEvent<
  'LeadQualified',
  Readonly<{ leadId: string; customerId: string; note: string | null }>
>;

/** Nothing will come of it, as far as anybody can tell. */
export type LeadDisqualified = DomainEvent<
  'LeadDisqualified',
  Readonly<{ leadId: string; customerId: string; reason: string }>
>;

/** The deal that a conversion opens, in the first stage of its process. */
export type FirstDeal = Readonly<{
  dealId: string;
  processId: string;
  name: string;
  amount: Money;
  expectedCloseOn: CalendarDate | null;
}>;

/** The lead becomes a customer of `ownerId`, with a deal if there is one: both are to be made. */
export type LeadConverted = DomainEvent<
  'LeadConverted',
  Readonly<{ leadId: string; customerId: string; ownerId: string | null; deal: FirstDeal | null }>
>;

/** The customer, and the deal, are there. */
export type LeadConversionCompleted = DomainEvent<
  'LeadConversionCompleted',
  Readonly<{ leadId: string; customerId: string }>
>;

export type LeadEvent = LeadCaptured | LeadQualified | LeadDisqualified | LeadConverted | LeadConversionCompleted;
