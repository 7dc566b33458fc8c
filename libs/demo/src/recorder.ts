import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner, Decision, Step } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Actor } from '#kernel/actor.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { at } from './calendar.js';

/** A command to come: when it is true, who gives it, and what makes its decision. */
export type PlannedStep<S, E extends DomainEvent, C extends string> = Readonly<{
  time: number;
  actor: Actor;
  decide: (runner: CommandRunner, actor: Actor) => Decision<S, E, C>;
}>;

/** Commands to give. */
export type Planned = (recorder: Recorder) => Promise<void>;

/** A record's history to come; `earlier` is how many of the record's commands are planned elsewhere, before these. */
export const planned =
  <S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string,
    steps: readonly PlannedStep<S, E, C>[],
    earlier = 0,
  ): Planned =>
  (recorder) =>
    recorder.record(decider, id, steps, earlier);

export const ADMIN: Actor = { id: 'admin', role: 'admin' };

/** Records whose appends are under way at once: they share the log's commits. */
const IN_FLIGHT = 128;

/** The organisation cannot be recorded as it was simulated: somebody has changed its records meanwhile. */
export class DemoCannotGoOn extends Error {
  override readonly name = 'DemoCannotGoOn';
}

/** Gives a demo's commands. Their ids follow from the demo and the record: giving them again changes nothing. */
export class Recorder {
  /** Those given now, and not in an earlier run. */
  commands = 0;
  events = 0;

  constructor(
    private readonly runner: CommandRunner,
    private readonly demo: string,
    private readonly now: () => Instant,
  ) {}

  async record<S, E extends DomainEvent, C extends string>(
    decider: Decider<S, E>,
    id: string,
    planned: readonly PlannedStep<S, E, C>[],
    earlier: number,
  ): Promise<void> {
    const now = this.now();
    const record = `${this.demo} ${decider.category}-${id}`;
    const steps = planned.map(({ time, actor, decide }, index): Step<S, E, C> => {
      const commandId = uuidv5(`${record} ${earlier + index}`, ANNALS_NAMESPACE);
      const context: CommandContext = {
        commandId,
        actor,
        now,
        occurredAt: at(time),
        source: 'demo',
        client: this.demo,
        correlationId: commandId,
      };
      return { context, decide: decide(this.runner, actor) };
    });
    const answers = await this.runner.series(decider, id, steps);
    // A series as small as these is appended as a whole, and its first command always changes something: where that is
    // in the log already, so is everything after it.
    const [first] = answers;
    if (first && !isRejected(first) && first.appended === 0) return;
    for (const [index, answer] of answers.entries()) {
      if (isRejected(answer)) {
        throw new DemoCannotGoOn(`Command ${index + 1} on ${decider.category} ${id} was refused: ${answer.detail}`);
      }
      this.commands += 1;
      this.events += answer.appended;
    }
  }

  /** Records all of them, many at a time. */
  async all(records: Iterable<Planned>): Promise<void> {
    const iterator = records[Symbol.iterator]();
    let failed = false;
    const worker = async (): Promise<void> => {
      for (let next = iterator.next(); !failed && !next.done; next = iterator.next()) await next.value(this);
    };
    const workers = Array.from({ length: IN_FLIGHT }, () =>
      worker().catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    );
    // Whoever closes the stores after a failure finds no append under way.
    const results = await Promise.allSettled(workers);
    const failure = results.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
  }
}
