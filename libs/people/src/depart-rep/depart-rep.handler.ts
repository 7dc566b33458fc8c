import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import type { Actor } from '#kernel/actor.js';
import { isRejected } from '#kernel/outcome.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { mayPlace } from '../access.contract.js';
import { type DepartRep, type DepartRepRefusal, departRep } from '../domain/depart-rep.js';
import type { RepDeparted } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { enqueueHandOver } from '../hand-over-rep/hand-over-job.js';
import { departureIdOf } from './departure-id.js';
import { colleaguesOf, type SuccessorRule, successorsBy } from './successors.js';

/** `successors` by name or by rule. */
type Fields = Omit<DepartRep, 'repId' | 'departureId' | 'successors'> &
  Readonly<{ successors: DepartRep['successors'] | SuccessorRule }>;

export class DepartRepCommand extends Command<Answer<DepartRepRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideDepartRep =
  (
    runner: CommandRunner,
    store: ReadStore,
    fields: Fields,
    actor: Actor,
  ): Decision<Rep, RepDeparted, DepartRepRefusal | 'NotAllowed'> =>
  async (rep, { id }) => {
    const denied = await mayPlace(runner, actor, rep);
    if (denied) return denied;
    const successors = await namedBy(fields.successors, rep, runner, store);
    const command = { ...fields, repId: id, departureId: departureIdOf(id), successors };
    return departRep(command, rep, await colleaguesOf(runner, successors));
  };

/** The event names its successors. Who repeats a departure by rule means those whom the rule named then. */
const namedBy = async (
  successors: Fields['successors'],
  rep: Rep,
  runner: CommandRunner,
  store: ReadStore,
): Promise<DepartRep['successors']> => {
  if (typeof successors !== 'string') return successors;
  return rep.departure?.successors ?? successorsBy(successors, rep, runner, store);
};

@CommandHandler(DepartRepCommand)
export class DepartRepHandler implements ICommandHandler<DepartRepCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  async execute({ id, fields, context }: DepartRepCommand): Promise<Answer<DepartRepRefusal>> {
    const decide = decideDepartRep(this.runner, this.store, fields, context.actor);
    const answer = await this.runner.change(repDecider, id, context, decide);
    // Also for a repeated request: the first one may have ended between the event and the job.
    if (!isRejected(answer)) await enqueueHandOver(this.jobs, id, departureIdOf(id));
    return answer;
  }
}
