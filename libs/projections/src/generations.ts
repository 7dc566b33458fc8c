import type { CollectionSpec } from '#read-store/read-store.js';

/** Each projection has two places in the read store: the one that is shown, and one to build the next generation in. */
export type Side = 'a' | 'b';

export const otherThan = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** Documents and rows of a new generation, by key, beside those of the one that was shown until then. */
export type Comparison = Readonly<{ same: number; different: number; added: number; missing: number }>;

/**
 * What the code of a projection makes of the first `seen` events that it folds, all near one another behind the position
 * `after` (null: at the beginning of the log). 0: there was none up to there.
 */
export type Sample = Readonly<{ after: string | null; seen: number; hash: string }>;

/** The next generation, while it is built. `since` in milliseconds since 1970. */
export type Building = Readonly<{
  /** `rollback`: the generation before is brought up to date. */
  kind: 'rebuild' | 'rollback';
  /** What was on its side is gone, if it had to go. */
  isBegun: boolean;
  since: number;
  /** Position from which on it was built. */
  from: string;
}>;

/** What is known of the generations of a projection. */
export type Generations = Readonly<{
  /** Checkpoint name of the projection. */
  projection: string;
  /** Number of the one that is shown; the first is 1. */
  generation: number;
  live: Side;
  /** Whether the other side holds the generation that was shown before. */
  isKept: boolean;
  building: Building | null;
  /** Of the generation that is shown; null for the first. */
  compared: Comparison | null;
  /** By the code that built the generation that is shown. */
  sample: Sample | null;
  /** The code is another one since. */
  isOutdated: boolean;
  /** Position of the last order that was obeyed. */
  orderedAt: string;
  /** What was ordered before, in milliseconds since 1970, was about another past. */
  begunAt: number;
  /** Counts the changes of this record. */
  revision: number;
}>;

export const firstGeneration = (projection: string, now: number): Generations => ({
  projection,
  generation: 1,
  live: 'a',
  isKept: false,
  building: null,
  compared: null,
  sample: null,
  isOutdated: false,
  orderedAt: '0',
  begunAt: now,
  revision: 0,
});

export const generationsCollection = {
  name: 'projection_generations_v1',
  columns: { projection: 'text' },
  indexes: { byProjection: ['projection'] },
} as const satisfies CollectionSpec<Generations>;
