import type { Instant } from '#kernel/instant.js';
import type { Correction, DealCorrected, DealOpened } from './deal.events.js';

/** What of a deal can be corrected, or follows from it. */
export type Correctable = Pick<DealOpened['data'], 'amount' | 'lines' | 'stage' | 'expectedCloseOn' | 'ownerId'> &
  Readonly<{ stageSince: Instant }>;

/**
 * A state that held from `validFrom`, at or after the correction's `effectiveAt`, as it is after the correction: the same
 * when the correction does not reach it.
 */
export const asCorrected = <D extends Correctable>(deal: D, data: DealCorrected['data'], validFrom: Instant): D => {
  const { effectiveAt } = data;
  const [amount, stage, expectedCloseOn, ownerId] = [
    reaching(data.amount, validFrom),
    reaching(data.stage, validFrom),
    reaching(data.expectedCloseOn, validFrom),
    reaching(data.ownerId, validFrom),
  ];
  if (!amount && !stage && !expectedCloseOn && !ownerId) return deal;
  return {
    ...deal,
    ...(amount && { amount: amount.to, lines: amount.lines }),
    // A deal that was reopened meanwhile is in its stage since then.
    ...(stage && { stage: stage.to, stageSince: deal.stageSince > effectiveAt ? deal.stageSince : effectiveAt }),
    ...(expectedCloseOn && { expectedCloseOn: expectedCloseOn.to }),
    ...(ownerId && { ownerId: ownerId.to }),
  };
};

const reaching = <C extends Correction<unknown>>(correction: C | null, validFrom: Instant): C | null =>
  correction && (correction.until === null || validFrom < correction.until) ? correction : null;
