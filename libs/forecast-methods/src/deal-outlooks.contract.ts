import { type DayRange, pastNewBusiness, type Win } from './domain/new-business.js';
import { currentVisit } from './domain/observed-deal.js';
import * as situation from './situation-at.js';

export type OutlookReads = situation.Reads;
export type Days = DayRange;
export type WonDeal = Win;
export const newBusinessOfPast = pastNewBusiness;
export const dayOfInstant = situation.dayOf;

/** An open deal that is not omitted, or a share of one that is split, with how likely history makes it that it is won within a stretch of days. */
export type OutlookOfDeal = Readonly<{
  dealId: string;
  ownerId: string | null;
  /** Minor units. */
  amount: number;
  winsIn: (days: Days) => number;
}>;

/**
 * Conversion from history, as could be known at an instant: by stage and age in it, of each owner as far as they have
 * closed deals enough, or else of all. `since`: the day on which history begins, in days since 1970.
 */
export const dealOutlooksAt = async (
  reads: OutlookReads,
  at: Readonly<{ asOf: string; knownAt: string }>,
): Promise<Readonly<{ since: number; today: number; open: readonly OutlookOfDeal[] }>> => {
  const { today, since, open, history, configured } = await situation.situationAt(reads, at, 'owner');
  const outlooks = open.flatMap((deal): readonly OutlookOfDeal[] => {
    const visit = currentVisit(deal);
    if (visit === null || deal.category === 'omitted') return [];
    const place = { processId: deal.processId, stage: visit.stage, segment: deal.segment };
    const probability = configured(deal.processId, visit.stage)?.probability ?? 0;
    const { winsWithin } = history.outlook(place, today - visit.from, probability);
    const winsIn = ({ from, to }: Days): number =>
      winsWithin(Math.max(0, to - today)) - winsWithin(Math.max(0, from - today));
    return deal.credits.map((credit) => ({ ...credit, dealId: deal.dealId, winsIn }));
  });
  return { since, today, open: outlooks };
};
