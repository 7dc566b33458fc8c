import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '../access.contract.js';
import type { RepTokenRevoked } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { type RevokeRepToken, type RevokeRepTokenRefusal, revokeRepToken } from '../domain/revoke-rep-token.js';

type Fields = Omit<RevokeRepToken, 'repId'>;

export class RevokeRepTokenCommand extends Command<Answer<RevokeRepTokenRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const decideRevokeRepToken =
  (fields: Fields, actor: Actor): Decision<Rep, RepTokenRevoked, RevokeRepTokenRefusal | 'NotAllowed'> =>
  (rep, { id }) =>
    mustBe(actor) ?? revokeRepToken({ ...fields, repId: id }, rep);

@CommandHandler(RevokeRepTokenCommand)
export class RevokeRepTokenHandler implements ICommandHandler<RevokeRepTokenCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: RevokeRepTokenCommand): Promise<Answer<RevokeRepTokenRefusal>> {
    return this.runner.change(repDecider, id, context, decideRevokeRepToken(fields, context.actor));
  }
}
