import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import type { DealFigures, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import { repSubmissionsAt } from '#forecasting/forecast-submissions/submissions-at.contract.js';
import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { configuredStagesAt } from './configured-stages.js';
import { ConversionHistory } from './domain/conversion-history.js';
import type { Situation } from './domain/forecast-methods.js';
import type { Win } from './domain/new-business.js';
import type { ObservedDeal } from './domain/observed-deal.js';
import { type DealLife, learnFromPast } from './learn-from-past.js';
import type { Segment } from './segments.js';
import { dayOf, type StartOfDay, startsOfDaysIn } from './start-of-day.js';

/** What situations are read from. */
export type Reads = Readonly<{ readModels: ReadModels; figures: DealFigures; settings: Settings }>;

/** What a forecast at the instant may know: deals, their pasts and the stages, as of then, by what was recorded then. */
export const situationAt = async (
  { readModels, figures, settings }: Reads,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
  segment: Segment,
): Promise<Situation> => {
  const [{ timeZone }, configured, submitted] = await Promise.all([
    companyKnownAt(readModels, settings, at.knownAt),
    configuredStagesAt(readModels, at),
    repSubmissionsAt(readModels, at.asOf, at.knownAt),
  ]);
  const today = dayOf(at.asOf);
  const startOf = startsOfDaysIn(timeZone);
  const history = new ConversionHistory(today);
  const open: ObservedDeal[] = [];
  const wins: Win[] = [];
  let since = today;
  await learnFromPast(history, { readModels, figures }, at, segment, startOf, ({ deal }, life) => {
    const { openedDay, end } = life;
    since = Math.min(since, openedDay);
    if (end === null) open.push(observed(deal, life, startOf));
    if (end?.kind === 'won') wins.push({ openedDay, signedDay: end.signedDay ?? end.day, amount: deal.amount });
  });
  const submissions = submitted.map(({ days, amount }) => ({
    amount,
    ...{ from: startOf(days.from), to: startOf(days.to) },
  }));
  return { today, since, open, wins, history, submissions, configured };
};

const observed = (deal: SpanView, life: DealLife, startOf: StartOfDay): ObservedDeal => {
  const { expectedCloseOn } = deal;
  // Named one by one: spread objects took several times as long, and there are thousands.
  return {
    processId: life.processId,
    segment: life.segment,
    openedDay: life.openedDay,
    visits: life.visits,
    end: life.end,
    dealId: deal.dealId,
    ownerId: deal.ownerId,
    amount: deal.amount,
    credits: deal.credits,
    category: deal.category,
    expectedDay: expectedCloseOn === null ? null : startOf(expectedCloseOn),
  };
};
