import type { ReadAt } from '#http/read-at.js';
import { type LandingReads, Landings } from './landings.js';

/** One reading of history, for any number of landings as of one instant. */
export const landingsAt = (from: LandingReads, at: ReadAt): Promise<Landings> => Landings.at(from, at, null);
