import type { Settings } from '#config/settings.js';
import {
  type DealPast,
  type DealPastState,
  dealPastProjections,
  dealPasts,
} from '#deals/deal-history/deal-pasts.contract.js';
import { type CalendarDate, type Instant, millisecondsOf } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { statesAt } from '#projections/states-at.js';
import type { ReadStore } from '#read-store/read-store.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import { ConversionHistory } from './domain/conversion-history.js';
import type { Situation } from './domain/forecast-methods.js';
import type { Win } from './domain/new-business.js';
import type { ConfiguredStage, ObservedDeal } from './domain/observed-deal.js';
import { stageVisits } from './domain/stage-visits.js';
import { type Segment, segmentProjections, segmentsOf } from './segments.js';

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/** The read models that `situationAt` reads. */
export const situationProjections = [...dealPastProjections, processVersions, ...segmentProjections];

const DAY_MS = 86_400_000;

/** Days since 1970, with fractions. */
export const dayOf = (instant: Instant): number => millisecondsOf(instant) / DAY_MS;

/** What a forecast at the instant may know: deals, their pasts and the stages, as of then, by what was recorded then. */
export const situationAt = async (
  store: ReadStore,
  { timeZone }: Pick<Settings, 'timeZone'>,
  at: At,
  segment: Segment,
): Promise<Situation> => {
  const seen: { past: DealPast; state: DealPastState }[] = [];
  for await (const past of dealPasts(store, at)) {
    const state = past.states.at(-1);
    if (state) seen.push({ past, state });
  }
  const [segmentOf, configured] = await Promise.all([
    segmentsOf(segment, seen, store, at),
    configuredStagesAt(store, at),
  ]);
  const today = dayOf(at.asOf);
  const startOf = startsOfDays(timeZone);
  const history = new ConversionHistory(today);
  const open: ObservedDeal[] = [];
  const wins: Win[] = [];
  let since = today;
  for (const each of seen) {
    const deal = observed(each.past, each.state, segmentOf(each), startOf);
    history.add(deal);
    since = Math.min(since, deal.openedDay);
    if (deal.end === null) open.push(deal);
    if (deal.end?.kind === 'won') wins.push(winOf(deal, deal.end.signedDay ?? deal.end.day));
  }
  return { today, since, open, wins, history, configured };
};

const observed = (
  { processId, states }: DealPast,
  { amount, expectedCloseOn, forecastCategory: category, openedAt }: DealPastState,
  segment: string | null,
  startOf: (date: CalendarDate) => number,
): ObservedDeal => ({
  processId,
  segment,
  openedDay: dayOf(openedAt),
  ...stageVisits(
    states.map(({ from, stage, status, signedOn }) => ({
      ...{ day: dayOf(from), stage, status },
      signedDay: signedOn === null ? null : startOf(signedOn),
    })),
  ),
  amount: amount.amount,
  expectedDay: expectedCloseOn === null ? null : startOf(expectedCloseOn),
  category,
});

const winOf = ({ openedDay, amount }: ObservedDeal, signedDay: number): Win => ({ openedDay, signedDay, amount });

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
  store: ReadStore,
  { asOf, knownAt }: At,
): Promise<(processId: string, stage: string) => ConfiguredStage | null> => {
  const stages = new Map<string, ConfiguredStage>();
  for (const [processId, process] of await statesAt(store, processVersions.documents, asOf, knownAt)) {
    for (const { id, probability, forecastCategory: category } of process.stages) {
      stages.set(JSON.stringify([processId, id]), { probability, category });
    }
  }
  return (processId, stage) => stages.get(JSON.stringify([processId, stage])) ?? null;
};
