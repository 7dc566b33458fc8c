import type { Settings } from '#config/settings.js';
import type { Generations } from '#projections/generations.js';

/** What the projector's thread is given when it starts. */
export type ProjectorThreadData = Readonly<{ settings: Settings }>;

export type ToProjector = 'stop';

/** What the projector's thread tells: first that it runs, then its progress as it goes on; last that it has stopped. */
export type FromProjector =
  | Readonly<{ kind: 'running' | 'forgot' | 'stopped' }>
  | Readonly<{ kind: 'advanced'; positions: readonly (readonly [checkpoint: string, position: bigint])[] }>
  | Readonly<{ kind: 'failed'; checkpoint: string; reason: string }>
  | Readonly<{ kind: 'recovered'; checkpoint: string }>
  | Readonly<{ kind: 'generations'; generations: readonly Generations[] }>;
