import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import type { ProcessRevised } from '../domain/process.events.js';
import { type Process, processDecider } from '../domain/process.state.js';
import { type ReviseProcess, type ReviseProcessRefusal, reviseProcess } from '../domain/revise-process.js';

type Fields = Omit<ReviseProcess, 'processId'>;

export class ReviseProcessCommand extends Command<Answer<ReviseProcessRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideReviseProcess =
  (fields: Fields, actor: Actor): Decision<Process, ProcessRevised, ReviseProcessRefusal | 'NotAllowed'> =>
  (process, { id }) =>
    mustBe(actor) ?? reviseProcess({ ...fields, processId: id }, process);

@CommandHandler(ReviseProcessCommand)
export class ReviseProcessHandler implements ICommandHandler<ReviseProcessCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ReviseProcessCommand): Promise<Answer<ReviseProcessRefusal>> {
    return this.runner.change(processDecider, id, context, decideReviseProcess(fields, context.actor));
  }
}
