import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { isRejected, type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import type { Correction, DealCorrected } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { type Course, heldAt } from './deal-courses.js';
import { type DealProcess, stageAt } from './deal-process.js';
import { withoutReason } from './deal-rules.js';
import { agreedOn, type Worth, type WorthRefusal } from './deal-worth.js';

/** A field that is not given is not corrected. */
export type DealChanges = Readonly<{
  /** Lines that the deal had then take their shares of it. */
  amount?: Money | undefined;
  stage?: string | undefined;
  expectedCloseOn?: CalendarDate | null | undefined;
  ownerId?: string | null | undefined;
}>;

export type CorrectDeal = Readonly<{ dealId: string; effectiveAt: Instant; changes: DealChanges; reason: string }>;

export type CorrectDealRefusal =
  | 'EffectiveInFuture'
  | 'EffectiveBeforeOpening'
  | 'StageUnknown'
  | 'ReasonMissing'
  | Exclude<WorthRefusal, 'QuantityNotPositive'>
  | AssignableRefusal;

/**
 * Each field had its corrected value from `effectiveAt` on, until the next fact, by when it was true, that set this
 * field anew: a correction that was made for a later instant is such a fact too. Closed deals are corrected like open
 * ones; what the process says of the order of its stages, or of the fields that a stage requires, rules steps, not what
 * was. `owner` is the rep that `ownerId` names, null when it names none; `at` is when the correction is made.
 */
export const correctDeal = (
  { dealId, effectiveAt, changes, reason }: CorrectDeal,
  deal: Deal,
  process: DealProcess,
  owner: Assignable,
  at: Instant,
): Outcome<DealCorrected, CorrectDealRefusal> => {
  const { customerId, courses } = deal;
  const untimely = outOfTime(effectiveAt, deal, at);
  if (untimely) return untimely;
  const amount = correctedAmount(courses.worth, effectiveAt, changes.amount);
  if (amount && isRejected(amount)) return amount;
  const stage = corrected(courses.stage, effectiveAt, changes.stage);
  const entry = stage && stageAt(process, stage.to);
  if (entry && isRejected(entry)) return entry;
  const expectedCloseOn = corrected(courses.expectedCloseOn, effectiveAt, changes.expectedCloseOn);
  const ownerId = corrected(courses.ownerId, effectiveAt, changes.ownerId);
  if (!amount && !stage && !expectedCloseOn && !ownerId) return [];
  const data = { dealId, customerId, effectiveAt, amount, stage, expectedCloseOn, ownerId, reason };
  return (ownerId && unfitOwner(ownerId, deal, owner)) ?? withoutReason(reason) ?? [{ type: 'DealCorrected', data }];
};

const outOfTime = (
  effectiveAt: Instant,
  { id, openedAt }: Deal,
  at: Instant,
): Rejected<'EffectiveInFuture' | 'EffectiveBeforeOpening'> | null => {
  if (effectiveAt > at)
    return reject('EffectiveInFuture', `effectiveAt ${effectiveAt} lies after the correction, at ${at}`);
  if (effectiveAt < openedAt) {
    return reject('EffectiveBeforeOpening', `Deal ${id} was opened at ${openedAt}, after effectiveAt ${effectiveAt}`);
  }
  return null;
};

/** Null when the field was not given, or was just that. */
const corrected = <T>(course: Course<T>, effectiveAt: Instant, to: T | undefined): Correction<T> | null => {
  const { value: from, until } = heldAt(course, effectiveAt);
  return to === undefined || to === from ? null : { from, to, until };
};

const correctedAmount = (
  course: Course<Worth>,
  effectiveAt: Instant,
  to: Money | undefined,
): DealCorrected['data']['amount'] | Rejected<Exclude<WorthRefusal, 'QuantityNotPositive'>> => {
  if (to === undefined) return null;
  const { value: before, until } = heldAt(course, effectiveAt);
  const worth = agreedOn(to, before);
  if (isRejected(worth)) return worth;
  const { amount, lines } = worth;
  return amount.amount === before.amount.amount ? null : { from: before.amount, to: amount, until, lines };
};

/** Who has left owned deals before; what is open now is not theirs. */
const unfitOwner = (
  { to, until }: Correction<string | null>,
  { status }: Deal,
  owner: Assignable,
): Rejected<AssignableRefusal> | null => {
  const unfit = to === null ? null : unassignable(to, owner);
  const isOpenNow = until === null && status === 'Open';
  return unfit?.rejected === 'RepDeparted' && !isOpenNow ? null : unfit;
};
