import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import type { DealFigures, DealPast } from '#deals/deal-figures/deal-figures.contract.js';
import { repSubmissionsAt } from '#forecasting/forecast-submissions/submissions-at.contract.js';
import { type CalendarDate, type Instant, millisecondsOf } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import type { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import { ConversionHistory } from './domain/conversion-history.js';
import type { Situation } from './domain/forecast-methods.js';
import type { DayRange, Win } from './domain/new-business.js';
import type { ConfiguredStage, ObservedDeal } from './domain/observed-deal.js';
import { stageVisits } from './domain/stage-visits.js';
import { type Segment, segmentsAt } from './segments.js';

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/** What situations are read from. */
export type Reads = Readonly<{ readModels: ReadModels; figures: DealFigures; settings: Settings }>;

const DAY_MS = 86_400_000;

/** Days since 1970, with fractions. */
export const dayOf = (instant: Instant): number => millisecondsOf(instant) / DAY_MS;

/** When the days begin and end, in days since 1970. */
export const dayRangeOf = ({ from, to }: DateRange, timeZone: string): DayRange => ({
  from: dayOf(startOfDayIn(timeZone, from)),
  to: dayOf(startOfDayIn(timeZone, to)),
});

/** What a forecast at the instant may know: deals, their pasts and the stages, as of then, by what was recorded then. */
export const situationAt = async (
  { readModels, figures, settings }: Reads,
  at: At,
  segment: Segment,
): Promise<Situation> => {
  const [{ timeZone }, segmentsAmong, configured, submitted] = await Promise.all([
    companyKnownAt(readModels, settings, at.knownAt),
    segmentsAt(segment, readModels, at),
    configuredStagesAt(readModels, at),
    repSubmissionsAt(readModels, at.asOf, at.knownAt),
  ]);
  const pasts = (await figures.at(at)).pasts();
  const segmentOf = segmentsAmong(pasts);
  const today = dayOf(at.asOf);
  const startOf = startsOfDays(timeZone);
  const history = new ConversionHistory(today);
  const open: ObservedDeal[] = [];
  const wins: Win[] = [];
  let since = today;
  for (const past of pasts) {
    const deal = observed(past, segmentOf(past), startOf);
    history.add(deal);
    since = Math.min(since, deal.openedDay);
    if (deal.end === null) open.push(deal);
    if (deal.end?.kind === 'won') wins.push(winOf(deal, deal.end.signedDay ?? deal.end.day));
  }
  const submissions = submitted.map(({ days, amount }) => ({
    amount,
    ...{ from: startOf(days.from), to: startOf(days.to) },
  }));
  return { today, since, open, wins, history, submissions, configured };
};

const observed = (
  { dealId, processId, ownerId, states, amount, credits, expectedCloseOn, category, openedAt }: DealPast,
  segment: string | null,
  startOf: (date: CalendarDate) => number,
): ObservedDeal => ({
  ...{ dealId, processId, segment, ownerId, amount, credits, category },
  openedDay: openedAt / DAY_MS,
  ...stageVisits(
    states.map(({ from, stage, status, signedOn }) => ({
      ...{ day: from / DAY_MS, stage, status },
      signedDay: signedOn === null ? null : startOf(signedOn),
    })),
  ),
  expectedDay: expectedCloseOn === null ? null : startOf(expectedCloseOn),
});

const winOf = ({ openedDay, amount, ownerId }: ObservedDeal, signedDay: number): Win => ({
  ...{ openedDay, signedDay, amount, ownerId },
});

/** When a day begins in the time zone, in days since 1970; each day is worked out once. */
const startsOfDays = (timeZone: string): ((date: CalendarDate) => number) => {
  const starts = new Map<CalendarDate, number>();
  return (date) => {
    let start = starts.get(date);
    if (start === undefined) {
      start = dayOf(startOfDayIn(timeZone, date));
      starts.set(date, start);
    }
    return start;
  };
};

const configuredStagesAt = async (
  readModels: ReadModels,
  { asOf, knownAt }: At,
): Promise<(processId: string, stage: string) => ConfiguredStage | null> => {
  const stages = new Map<string, ConfiguredStage>();
  for (const [processId, process] of await statesAt(readModels, processVersions, asOf, knownAt)) {
    for (const { id, probability, forecastCategory: category } of process.stages) {
      stages.set(JSON.stringify([processId, id]), { probability, category });
    }
  }
  return (processId, stage) => stages.get(JSON.stringify([processId, stage])) ?? null;
};
