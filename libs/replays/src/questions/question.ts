import type { Settings } from '#config/settings.js';
import type { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { ReadAt } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Column, Row } from '../replay/replay-task.js';

/** What questions are answered from. */
export type Reads = Readonly<{ reads: ReadStore; readModels: ReadModels; figures: DealFigures; settings: Settings }>;

/** A fault of the request, by its path. */
export type ParameterFault = Readonly<{ path: string; message: string }>;

export type Faults = Readonly<{ faults: readonly ParameterFault[] }>;

/** Answers as of one instant, from what was or from a what-if. */
export type Ask = (at: ReadAt, reads: Reads) => Promise<readonly Row[]>;

/** What can be asked as of any instant: one flat row a group. */
export type Question = Readonly<{
  name: string;
  columns: readonly Column[];
  /** The columns that name a row among those of an instant. The other numbers are its measures. */
  keys: readonly string[];
  /**
   * @param parameters of the request, unchecked
   * @param until the instant at which the request was made: what is known in the end
   */
  asking: (parameters: Readonly<Record<string, unknown>>, until: ReadAt, settings: Settings) => Ask | Faults;
  /** Why it would have no row at any of the instants, which are in order; null when it may have. The parameters are in order. */
  inVain?: (
    parameters: Readonly<Record<string, unknown>>,
    instants: readonly Instant[],
    until: ReadAt,
    reads: Reads,
  ) => Promise<ParameterFault | null>;
  summarise?: (rows: AsyncIterable<Row>) => Promise<Json>;
}>;

export const isFaulty = <T extends object>(answer: T | Faults): answer is Faults => 'faults' in answer;

/** Both axes at one instant. */
export const onBothAxes = (instant: string): ReadAt => ({ asOf: instant, knownAt: instant, latest: false });
