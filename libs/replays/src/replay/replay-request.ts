import type { Instant } from '#kernel/instant.js';
import type { Series } from '../domain/series.js';
import type { Scenario } from '../what-if/scenario.js';

/** A question, asked as of each instant of a series. `parameters` are the question's own. */
export type SeriesRequest = Readonly<{
  kind: 'series';
  question: string;
  series: Series;
  /** `then`: only what was recorded by each instant. `now`: all that is recorded by the start of the replay. */
  knownAt: 'then' | 'now';
  parameters: Readonly<Record<string, unknown>>;
  /** Compares what was with what would be under it; null: only what was. */
  scenario: Scenario | null;
}>;

/** A read model, folded from a stretch of the log into a store of its own. */
export type ProjectionRequest = Readonly<{
  kind: 'projection';
  projection: string;
  /** From after this position, or from the first event recorded at this instant on; null: from the first event. */
  from: Bound | null;
  /** To this position, or to the last event recorded by this instant; null: to the last at the start of the replay. */
  to: Bound | null;
}>;

export type Bound = Readonly<{ position: string } | { recordedAt: Instant }>;

export type ReplayRequest = SeriesRequest | ProjectionRequest;

/** A replay as it was ordered. */
export type Replay = Readonly<{
  id: string;
  by: string;
  /** When it was ordered: `now` of all that it says. */
  at: Instant;
  /** Position of the last event then; −1 in an empty log. */
  head: string;
  request: ReplayRequest;
}>;
