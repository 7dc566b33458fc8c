import { correctDeal } from '#deals/domain/correct-deal.js';
import type { DealCorrected, DealEvent } from '#deals/domain/deal.events.js';
import { type Deal, dealDecider } from '#deals/domain/deal.state.js';
import { isRejected } from '#kernel/outcome.js';

const STAGES = ['first', 'second', 'third'];
const PROCESS = {
  id: 'sales',
  stages: STAGES.map((id) => ({ id, name: id, requires: [] })),
  rules: { allowSkip: true, allowBack: true },
};
const HOUR = 3_600_000;

type Said = Readonly<{ type: string; data: Readonly<Record<string, unknown>>; at: number }>;

/** A deal by the facts of its stream, as its decider sees it. */
export const dealBy = (facts: readonly Said[]): Deal | null =>
  facts.reduce<Deal | null>(
    (deal, { type, data, at }) =>
      dealDecider.evolve(deal, { type, data } as unknown as DealEvent, new Date(at).toISOString()),
    null,
  );

/**
 * A correction of a deal at `at`, as it is decided; null when nothing was wrong. It reaches back some hours, or to the
 * very instant of an earlier fact.
 */
export const correctionOf = (
  facts: readonly Said[],
  { pick, late, at }: Readonly<{ pick: number; late: number; at: number }>,
): Pick<DealCorrected, 'type' | 'data'> | null => {
  const deal = dealBy(facts);
  if (deal === null) return null;
  const edge = facts[pick % facts.length]?.at ?? at;
  const back = Math.max(Date.parse(deal.openedAt), at - (pick + late) * HOUR);
  const changes = {
    ...(pick % 2 === 0 && { amount: { amount: pick * 7, currency: 'USD' } }),
    ...(pick % 3 === 0 && { stage: STAGES[pick % STAGES.length] as string }),
    ...(pick % 5 === 0 && { ownerId: pick % 10 === 0 ? null : 'bob' }),
    ...(pick % 7 === 0 && { expectedCloseOn: pick % 14 === 0 ? null : '2017-04-30' }),
  };
  const effectiveAt = new Date(late % 2 === 0 ? edge : back).toISOString();
  const command = { dealId: deal.id, effectiveAt, changes, reason: 'Typed wrong' };
  const outcome = correctDeal(command, deal, PROCESS, { departure: null }, new Date(at).toISOString());
  return isRejected(outcome) ? null : (outcome[0] ?? null);
};
