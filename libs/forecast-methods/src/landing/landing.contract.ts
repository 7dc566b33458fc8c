import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import type { Instant } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import * as landing from '../domain/expected-landing.js';
import { dayRangeOf, type Reads, situationAt } from '../situation-at.js';

export type ExpectedLanding = landing.ExpectedLanding;

/** Tells where a period is expected to end for some owners (null: all), by what was true and known at an instant. */
export type LandingOf = (days: DateRange, ownerIds: ReadonlySet<string> | null) => ExpectedLanding;

/** One reading of history for any number of landings: see `expectedLanding`. It costs by the length of history. */
export const landingsAt = async (
  reads: Reads,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<LandingOf> => {
  const situation = await situationAt(reads, at, 'size');
  const { timeZone } = await companyKnownAt(reads.readModels, reads.settings, at.knownAt);
  return (days, ownerIds) => landing.expectedLanding(situation, dayRangeOf(days, timeZone), ownerIds);
};
