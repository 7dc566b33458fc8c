import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import { type DefineProcess, type DefineProcessRefusal, defineProcess } from '../domain/define-process.js';
import type { ProcessDefined } from '../domain/process.events.js';
import { type Process, processDecider } from '../domain/process.state.js';

type Fields = Omit<DefineProcess, 'processId'>;

export class DefineProcessCommand extends Command<Answer<DefineProcessRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideDefineProcess =
  (fields: Fields, actor: Actor): Decision<Process | null, ProcessDefined, DefineProcessRefusal | 'NotAllowed'> =>
  (process, { id }) =>
    mustBe(actor) ?? defineProcess({ ...fields, processId: id }, process);

@CommandHandler(DefineProcessCommand)
export class DefineProcessHandler implements ICommandHandler<DefineProcessCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: DefineProcessCommand): Promise<Answer<DefineProcessRefusal>> {
    return this.runner.create(processDecider, id, context, decideDefineProcess(fields, context.actor));
  }
}
