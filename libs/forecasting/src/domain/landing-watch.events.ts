import type { DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import type { DateRange } from '#kernel/period.js';
import type { LandingState } from './landing.js';
import type { LandingReason } from './landing-reasons.js';
import type { QuotaHolder } from './quota.events.js';

/**
 * Where a rep or team will land against a quota has changed: from one state (null: nobody had looked yet) to another,
 * with the figures and reasons of then, and who was to be told. It is a fact of its own, as nobody can be told twice.
 */
export type LandingStateChanged = DomainEvent<
  'LandingStateChanged',
  QuotaHolder &
    Readonly<{
      period: string;
      days: DateRange;
      from: LandingState | null;
      to: LandingState;
      quota: Money;
      won: Money;
      projected: Money;
      reasons: readonly LandingReason[];
      /** Ids of reps. */
      told: readonly string[];
    }>
>;

export type LandingWatchEvent = LandingStateChanged;
