import type { DealFigures, DealPast } from '#deals/deal-figures/deal-figures.contract.js';
import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import * as stages from './configured-stages.js';
import { ConversionHistory, type Outlook } from './domain/conversion-history.js';
import { type DayRange, pastNewBusiness, type Win } from './domain/new-business.js';
import { currentVisit } from './domain/observed-deal.js';
import { type DealLife, learnFromPast } from './learn-from-past.js';
import * as days from './start-of-day.js';

export type Days = DayRange;
export type WonDeal = Win;
export type StartOfDay = days.StartOfDay;
export const configuredStagesAt = stages.configuredStagesAt;
export const newBusinessOfPast = pastNewBusiness;
export const dayOfInstant = days.dayOf;
export const startsOfDaysIn = days.startsOfDaysIn;

/** How likely history makes it that a deal is won within a stretch of days. To be asked when all of history is read. */
export type WinsIn = (days: Days) => number;

type Reads = Readonly<{ readModels: ReadModels; figures: DealFigures }>;

/**
 * Conversion from history, as could be known at an instant: by stage and age in it, of each owner as far as they have
 * closed deals enough, or else of all.
 * @param visit is shown each deal; `winsIn` is null of one that is closed, or omitted
 * @returns the day on which history begins, in days since 1970
 */
export const dealOutlooksAt = async (
  reads: Reads,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
  startOf: StartOfDay,
  visit: (past: DealPast, winsIn: WinsIn | null) => void,
): Promise<number> => {
  const configured = await configuredStagesAt(reads.readModels, at);
  const today = days.dayOf(at.asOf);
  const history = new ConversionHistory(today);
  let since = today;
  const winsInOf = (life: DealLife): WinsIn | null => {
    const current = currentVisit(life);
    if (current === null) return null;
    const { processId, segment } = life;
    const { stage, from } = current;
    const probability = configured(processId, stage)?.probability ?? 0;
    let outlook: Outlook | null = null;
    return (range) => {
      outlook ??= history.outlook({ processId, stage, segment }, Math.max(0, today - from), probability);
      const { winsWithin } = outlook;
      return winsWithin(Math.max(0, range.to - today)) - winsWithin(Math.max(0, range.from - today));
    };
  };
  await learnFromPast(history, reads, at, 'owner', startOf, (past, life) => {
    since = Math.min(since, life.openedDay);
    visit(past, life.end !== null || past.deal.category === 'omitted' ? null : winsInOf(life));
  });
  return since;
};
