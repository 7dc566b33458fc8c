import type { Settings } from '#config/settings.js';
import type { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { ReadAt } from '#http/read-at.js';
import type { Json } from '#kernel/json.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Column, Row } from '../replay/replay-task.js';

/** What questions are answered from. */
export type Reads = Readonly<{ reads: ReadStore; readModels: ReadModels; figures: DealFigures; settings: Settings }>;

/** A fault of the parameters, by its path. */
export type ParameterFault = Readonly<{ path: string; message: string }>;

export type Faults = Readonly<{ faults: readonly ParameterFault[] }>;

/** Answers as of one instant; `earlier` is the instant of the series before it, null for the first. */
export type Ask = (at: ReadAt, earlier: ReadAt | null) => Promise<readonly Row[]>;

/** What can be asked as of a series of instants: one flat row an instant and group. */
export type Question = Readonly<{
  name: string;
  columns: readonly Column[];
  /**
   * @param parameters of the request, unchecked
   * @param until the instant at which the replay was ordered: what is known in the end
   */
  asking: (parameters: Readonly<Record<string, unknown>>, from: Reads, until: ReadAt) => Ask | Faults;
  summarise?: (rows: AsyncIterable<Row>) => Promise<Json>;
}>;
