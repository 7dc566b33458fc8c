import type { DealFigures, DealPast, PastVisitor } from '#deals/deal-figures/deal-figures.contract.js';
import { DAY_MS, type Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ConversionHistory } from './domain/conversion-history.js';
import type { ObservedDeal } from './domain/observed-deal.js';
import { StageWalk } from './domain/stage-visits.js';
import { type Segment, segmentsAt } from './segments.js';
import type { StartOfDay } from './start-of-day.js';

/** What a deal went through. */
export type DealLife = Pick<ObservedDeal, 'processId' | 'segment' | 'openedDay' | 'visits' | 'end'>;

type Reads = Readonly<{ readModels: ReadModels; figures: DealFigures }>;

/**
 * Teaches the history what all deals went through by the instant, as known then. It costs by the length of history, and
 * takes turns with everybody else.
 * @param visit is shown each deal, with what was learned from
 */
export const learnFromPast = async (
  history: ConversionHistory,
  { readModels, figures }: Reads,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
  segment: Segment,
  startOf: StartOfDay,
  visit: (past: DealPast, life: DealLife) => void,
): Promise<void> => {
  const { among, of } = await segmentsAt(segment, readModels, at);
  const learn: PastVisitor = (past) => {
    const life = lifeOf(past, of(past.deal), startOf);
    history.add(life);
    visit(past, life);
  };
  await figures.eachPast(at, ...(among === null ? [] : [among]), learn);
};

const lifeOf = (past: DealPast, segment: string | null, startOf: StartOfDay): DealLife => {
  const walk = new StageWalk();
  past.each(({ validFrom, stage, status, signedOn }) => {
    walk.enter(validFrom / DAY_MS, stage, status, signedOn === null ? null : startOf(signedOn));
  });
  const { processId, openedAt } = past.deal;
  return { processId, segment, openedDay: openedAt / DAY_MS, visits: walk.visits, end: walk.end };
};
