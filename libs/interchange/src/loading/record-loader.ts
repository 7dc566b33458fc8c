import type { CommonRefusal } from '#commands/command-context.js';
import type { Answer, Step } from '#commands/command-runner.js';
import { UnreadableEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { isRejected, type Rejected, reject } from '#kernel/outcome.js';
import type { Row } from '../rows/row.js';
import type { RowOutcome } from './import-report.js';
import { byRecord, type Importing, type RecordCommands, type RowCommand } from './record-commands.js';
import { stepsOf } from './steps-of.js';

/** The steps of a record, and the answers to the first of them: those up to the last one that was imported before. */
type Known<S, E, C extends string> = Readonly<{
  steps: readonly Step<S, E, C | 'NotAllowed'>[];
  before: readonly Answer<string>[];
}>;

/** `place` is how many commands of the record had their turn. */
type Underway<S, E, C extends string> = RecordCommands<S, E, C> & { known: Known<S, E, C> | null; place: number };

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
    await this.answered(asked.commands, async () => {
      const { before, steps } = await this.known(decider, asked);
      return [...before, ...(await this.decide(decider, asked.id, steps.slice(before.length)))];
    });
  }

  /**
   * The same row by row, where what a record may become depends on the rows of others above. Each row is seen among all of
   * its record: equal ones are told apart, and one that changed nothing stays so when those below it are known.
   */
  async loadInOrder<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    rows: readonly RecordCommands<S, E, C>[],
    onLoaded: () => void,
  ): Promise<void> {
    const records = new Map(
      byRecord(rows).map((record) => [record.id, { ...record, known: null, place: 0 } as Underway<S, E, C>]),
    );
    for (const { id, commands } of rows) {
      const record = records.get(id);
      if (!record) throw new Error('Every row is of a record');
      const from = record.place;
      record.place += commands.length;
      await this.answered(commands, async () => {
        record.known ??= await this.known(decider, record);
        const { before, steps } = record.known;
        const next = steps.slice(Math.max(from, before.length), record.place);
        return [...before.slice(from, record.place), ...(await this.decide(decider, id, next))];
      });
      onLoaded();
    }
  }

  private async answered<S, E, C extends string>(
    commands: readonly RowCommand<S, E, C>[],
    answers: () => Promise<readonly Answer<string>[]>,
  ): Promise<void> {
    try {
      this.tell(commands, await answers());
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      const unreadable = reject('StreamUnreadable', error.message);
      this.tell(
        commands,
        commands.map(() => unreadable),
      );
    }
  }

  private async known<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    { id, commands }: RecordCommands<S, E, C>,
  ): Promise<Known<S, E, C>> {
    const record = await this.importing.runner.record(decider, id);
    const steps = stepsOf(this.importing, decider.category, { id, commands }, record.lastAt);
    const decided = 1 + steps.findLastIndex(({ context }) => record.commands.has(context.commandId));
    return { steps, before: await this.decidedBefore(decider, id, steps.slice(0, decided), record.commands) };
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
