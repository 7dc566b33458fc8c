import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import type { RowProblem } from '../rows/row.js';
import type { RecordCommands } from './record-loader.js';

/** What every mapping of rows to commands needs. */
export type Mapping = Readonly<{
  runner: CommandRunner;
  /** Who imports. */
  actor: Actor;
  currency: string;
  timeZone: string;
  /** Nothing in the files happened before: from then on there is whatever they do not date. */
  first: Instant;
}>;

/** The commands of one record, or what is wrong with its row. */
export type Mapped<S, E> = RecordCommands<S | null, E, string> | Readonly<{ problems: readonly RowProblem[] }>;
