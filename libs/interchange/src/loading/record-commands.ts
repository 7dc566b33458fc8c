import type { CommandRunner, Decision } from '#commands/command-runner.js';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import type { Row } from '../rows/row.js';
import type { ReportBuilder } from './import-report.js';

/** A command that one or more rows ask for. */
export type RowCommand<S, E, C extends string> = Readonly<{
  rows: readonly Row[];
  /** The rows are counted already, with an earlier command of theirs: only a refusal is to be told. */
  counted?: boolean;
  /** What the rows say, in a fixed order of keys: with the record and its kind it names the command for all time. */
  says: Json;
  at: Instant;
  /** `at` may lie before what is known of the record: then the command comes right after that. Default: false. */
  late?: boolean;
  /** Who did it, when the rows say so. Default: who imports. */
  by?: string | null;
  onBehalfOf?: string | null;
  /** Where to look when it is refused. */
  column?: string;
  decide: Decision<S, E, C>;
}>;

/** All that is to be imported of one record, in order. */
export type RecordCommands<S, E, C extends string> = Readonly<{ id: string; commands: readonly RowCommand<S, E, C>[] }>;

/** Rows as all that they say of each record. */
export const byRecord = <S, E, C extends string>(
  rows: Iterable<RecordCommands<S, E, C>>,
): readonly RecordCommands<S, E, C>[] => {
  const records = new Map<string, RowCommand<S, E, C>[]>();
  for (const { id, commands } of rows) {
    const ofRecord = records.get(id);
    if (ofRecord) ofRecord.push(...commands);
    else records.set(id, [...commands]);
  }
  return Array.from(records, ([id, commands]) => ({ id, commands }));
};

export type Importing = Readonly<{
  runner: CommandRunner;
  events: EventStore;
  registry: EventRegistry;
  report: ReportBuilder;
  /** Who imports, and so may or may not write each record. */
  actor: Actor;
  importId: string;
  client: string;
  now: Instant;
}>;
