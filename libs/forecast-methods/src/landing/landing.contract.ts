import type { Instant } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import * as landing from '../domain/expected-landing.js';
import { dayOf, type Reads, situationAt } from '../situation-at.js';

export type ExpectedLanding = landing.ExpectedLanding;

/** Tells where a period is expected to end for some owners (null: all), by what was true and known at an instant. */
export type LandingOf = (days: DateRange, ownerIds: ReadonlySet<string> | null) => ExpectedLanding;

/** One reading of history for any number of landings: see `expectedLanding`. It costs by the length of history. */
export const landingsAt = async (
  reads: Reads,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<LandingOf> => {
  const situation = await situationAt(reads, at, 'size');
  const startOf = (date: string): number => dayOf(startOfDayIn(reads.settings.timeZone, date));
  return ({ from, to }, ownerIds) =>
    landing.expectedLanding(situation, { from: startOf(from), to: startOf(to) }, ownerIds);
};
