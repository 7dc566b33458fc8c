import type { DomainEvent } from '#kernel/event.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';

/** A product in a deal. The `amount`s of all lines make up the amount of the deal. */
export type DealLine = Readonly<{
  productId: string;
  /** Id of a model of the product. */
  model: string | null;
  quantity: number;
  /** Of one unit, as offered. */
  price: Money;
  /** quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it. */
  amount: Money;
}>;

/** What a person judges the deal to be, against what its stage says. An omitted deal is in no forecast. */
export type CategoryOverride = ForecastCategory | 'omitted';

/** What is known of a deal beyond its own attributes, by field name. */
export type FieldValues = Readonly<Record<string, string | number | boolean>>;

/** A rep's part of the credit for a deal, in hundredths of a percent: 10,000 are all of it. */
export type CreditShare = Readonly<{ repId: string; basisPoints: number }>;

/** Each fact names the customer too, whose timeline it belongs to. */
type DealFact<T extends string, D> = DomainEvent<T, Readonly<{ dealId: string; customerId: string }> & Readonly<D>>;

export type DealOpened = DealFact<
  'DealOpened',
  {
    processId: string;
    name: string;
    stage: string;
    amount: Money;
    lines: readonly DealLine[];
    ownerId: string | null;
    expectedCloseOn: CalendarDate | null;
    fields: FieldValues;
  }
>;

/** `fields` are those that were filled with this step. */
export type DealAdvanced = DealFact<'DealAdvanced', { from: string; to: string; fields: FieldValues }>;

export type DealMovedBack = DealFact<'DealMovedBack', { from: string; to: string; reason: string }>;

/** `lines` are the deal's lines with their shares of the new amount. */
export type DealAmountChanged = DealFact<'DealAmountChanged', { from: Money; to: Money; lines: readonly DealLine[] }>;

/** `from` and `to` are the amounts of the deal. Without lines the amount stays as it was. */
export type DealLinesChanged = DealFact<'DealLinesChanged', { from: Money; to: Money; lines: readonly DealLine[] }>;

export type DealRescheduled = DealFact<'DealRescheduled', { from: CalendarDate | null; to: CalendarDate | null }>;

export type DealCategorized = DealFact<
  'DealCategorized',
  { from: CategoryOverride | null; to: CategoryOverride | null }
>;

export type DealReassigned = DealFact<'DealReassigned', { from: string | null; to: string | null }>;

/** Whose credit the deal is from then on, by shares that add up to all of it; null: its owner's. */
export type DealSplit = DealFact<
  'DealSplit',
  { from: readonly CreditShare[] | null; to: readonly CreditShare[] | null }
>;

/** Credit is part of the fact: `ownerId` is who owned the deal when it was won, whoever owns it later. */
export type DealWon = DealFact<
  'DealWon',
  {
    processId: string;
    stage: string;
    amount: Money;
    lines: readonly DealLine[];
    ownerId: string | null;
    signedOn: CalendarDate;
  }
>;

export type DealLost = DealFact<
  'DealLost',
  {
    processId: string;
    stage: string;
    amount: Money;
    lines: readonly DealLine[];
    ownerId: string | null;
    reason: string;
    competitor: string | null;
  }
>;

/** The deal is open again in the `stage` that it had; `was` tells which credit this takes back, and `ownerId` whose. */
export type DealReopened = DealFact<
  'DealReopened',
  { processId: string; was: 'Won' | 'Lost'; stage: string; amount: Money; ownerId: string | null; reason: string }
>;

/** What a field was thought to be, and what it was, until before `until`: null means until now. */
export type Correction<T> = Readonly<{ from: T; to: T; until: Instant | null }>;

/**
 * What was true from `effectiveAt` on, against what was known; null: as known. `until` is when the next fact, by the
 * time of its truth, set the field anew. `lines` are those the deal had, with their shares of the corrected amount.
 */
export type DealCorrected = DealFact<
  'DealCorrected',
  {
    effectiveAt: Instant;
    amount: (Correction<Money> & Readonly<{ lines: readonly DealLine[] }>) | null;
    stage: Correction<string> | null;
    expectedCloseOn: Correction<CalendarDate | null> | null;
    ownerId: Correction<string | null> | null;
    reason: string;
  }
>;

export type DealEvent =
  | DealOpened
  | DealAdvanced
  | DealMovedBack
  | DealAmountChanged
  | DealLinesChanged
  | DealRescheduled
  | DealCategorized
  | DealReassigned
  | DealSplit
  | DealWon
  | DealLost
  | DealReopened
  | DealCorrected;
