import { v5 as uuidv5 } from 'uuid';
import type { CommonRefusal } from '#commands/command-context.js';
import type { Answer, CommandRunner, Decision, Step } from '#commands/command-runner.js';
import type { EventRegistry } from '#commands/event-registry.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { type EventStore, UnreadableEvent } from '#event-store/event-store.js';
import { type Actor, isNoRep } from '#kernel/actor.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import { isRejected, type Rejected, reject } from '#kernel/outcome.js';
import type { Row } from '../rows/row.js';
import type { ReportBuilder, RowOutcome } from './import-report.js';

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

/** So many records at a time: their appends share commits of the log. */
export const CONCURRENT_RECORDS = 128;

/**
 * Runs the commands of rows so that importing them again, after a crash in the middle too, appends nothing: a command's
 * id is derived from what its row says, and a row that was decided before is not decided anew.
 */
export class RecordLoader {
  constructor(private readonly importing: Importing) {}

  /** The rows of a record that cannot be read are rejected, and those of one that refers to it: the others go on. */
  async load<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    asked: RecordCommands<S, E, C>,
  ): Promise<void> {
    this.tell(asked.commands, await this.answersTo(decider, asked));
  }

  private async answersTo<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    asked: RecordCommands<S, E, C>,
  ): Promise<readonly Answer<string>[]> {
    try {
      return await this.run(decider, asked);
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      return asked.commands.map(() => reject('StreamUnreadable', error.message));
    }
  }

  private async run<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    { id, commands }: RecordCommands<S, E, C>,
  ): Promise<readonly Answer<string>[]> {
    const record = await this.importing.runner.record(decider, id);
    const steps = this.stepsOf(decider.category, id, commands, record.lastAt);
    const decided = 1 + steps.findLastIndex(({ context }) => record.commands.has(context.commandId));
    return [
      ...(await this.decidedBefore(decider, id, steps.slice(0, decided), record.commands)),
      ...(await this.decide(decider, id, steps.slice(decided))),
    ];
  }

  private async decide<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string,
    steps: readonly Step<S, E, C>[],
  ): Promise<readonly Answer<C>[]> {
    if (steps.length === 0) return [];
    const { runner } = this.importing;
    const answers = await runner.series(decider, id, steps);
    return Promise.all(
      answers.map(async (answer, index) => {
        const step = steps[index];
        if (!step || !isRejected(answer) || answer.rejected !== 'OccurredBeforeLastFact') return answer;
        // Late, but says what is known: the same team in two folders, or a record that went on after an import.
        const { state, revision, position } = await runner.record(decider, id);
        const outcome = await step.decide(state, { id, at: step.context.occurredAt ?? step.context.now });
        if (isRejected(outcome) || outcome.length > 0) return answer;
        return { id, revision: revision ?? 0n, position: position ?? 0n, appended: 0 };
      }),
    );
  }

  /**
   * Answers for steps up to the last one that the record knows. Those that it does not know had been refused, or had
   * changed nothing: they are decided again on what the record was in their place, and append nothing now.
   */
  private async decidedBefore<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string,
    steps: readonly Step<S, E, C>[],
    known: ReadonlyMap<string, Readonly<{ revision: bigint; position: bigint }>>,
  ): Promise<readonly Answer<C | 'LaterRowsKnown'>[]> {
    const unchanged = { id, revision: 0n, position: 0n, appended: 0 };
    if (steps.every(({ context }) => known.has(context.commandId))) return steps.map(() => unchanged);
    const { events, registry } = this.importing;
    const facts = (await events.readStream(`${decider.category}-${id}`)).map((stored) => registry.read<E>(stored));
    const answers: Answer<C | 'LaterRowsKnown'>[] = [];
    let state = decider.initial;
    let next = 0;
    for (const { context, decide } of steps) {
      const last = known.get(context.commandId);
      if (last) {
        for (const fact of facts.slice(next, Number(last.revision) + 1))
          state = decider.evolve(state, fact, fact.meta.at);
        next = Math.max(next, Number(last.revision) + 1);
        answers.push(unchanged);
        continue;
      }
      const outcome = await decide(state, { id, at: context.occurredAt ?? context.now });
      if (isRejected(outcome)) answers.push(outcome);
      else answers.push(outcome.length === 0 ? unchanged : LATER_ROWS_KNOWN);
    }
    return answers;
  }

  private stepsOf<S, E, C extends string>(
    category: string,
    id: string,
    commands: readonly RowCommand<S, E, C>[],
    lastAt: Instant | null,
  ): readonly Step<S, E, C | 'NotAllowed'>[] {
    const { actor, importId, client, now } = this.importing;
    const equals = new Map<string, number>();
    let latest = lastAt ?? '';
    return commands.map(({ says, at, late = false, by, onBehalfOf, decide }) => {
      const content = JSON.stringify([category, id, says]);
      const ordinal = equals.get(content) ?? 0;
      equals.set(content, ordinal + 1);
      const occurredAt = late && at < latest ? latest : at;
      if (at > latest) latest = at;
      const acting = { id: by ?? actor.id, role: actor.role, ...(onBehalfOf && { onBehalfOf }) };
      const context = {
        commandId: uuidv5(`import ${ordinal} ${content}`, ANNALS_NAMESPACE),
        actor: acting,
        now,
        occurredAt,
        source: 'import' as const,
        client,
        correlationId: importId,
      };
      // What the admin and the software did only an admin may say.
      const isForged = actor.role !== 'admin' && [by, onBehalfOf].some((id) => id != null && isNoRep(id));
      return { context, decide: isForged ? () => NOT_YOUR_WORD : decide };
    });
  }

  /** A row may ask for several commands, and a command take several rows: a row is as well off as its worst command. */
  private tell<S, E, C extends string>(
    commands: readonly RowCommand<S, E, C>[],
    answers: readonly Answer<string>[],
  ): void {
    const { report } = this.importing;
    const outcomes = new Map<Row, RowOutcome>();
    const counted = commands.some((command) => command.counted);
    for (const [index, { rows, column }] of commands.entries()) {
      const answer = answers[index];
      if (!answer) throw new Error('Every command has an answer');
      if (!isRejected(answer)) report.appended(answer.appended);
      for (const row of rows) outcomes.set(row, worse(outcomes.get(row), outcomeOf(row, column ?? null, answer)));
    }
    for (const [{ file }, outcome] of outcomes) {
      if (!counted) report.row(file, outcome);
      else if (typeof outcome === 'object') report.rejectedLater(file, outcome);
    }
  }
}

const NOT_YOUR_WORD: Rejected<'NotAllowed'> = reject(
  'NotAllowed',
  'Only an admin imports what the admin or the system did: leave actor_id empty, or name a rep',
);

const LATER_ROWS_KNOWN: Rejected<'LaterRowsKnown'> = reject(
  'LaterRowsKnown',
  'Rows after this one were imported before: it comes too late to take effect between them',
);

const outcomeOf = ({ file, line }: Row, column: string | null, answer: Answer<string | CommonRefusal>): RowOutcome => {
  if (isRejected(answer)) {
    const { rejected: code, detail } = answer;
    return { file, line, column, code, values: { detail }, reason: `${code}: ${detail}` };
  }
  return answer.appended > 0 ? 'accepted' : 'unchanged';
};

/** The first refusal counts: the later ones follow from it. */
const worse = (before: RowOutcome | undefined, now: RowOutcome): RowOutcome => {
  if (before === undefined || before === 'unchanged') return now;
  if (typeof before === 'object' || now === 'unchanged') return before;
  return now;
};
