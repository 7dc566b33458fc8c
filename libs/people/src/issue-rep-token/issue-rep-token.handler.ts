import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { mustBe } from '../access.contract.js';
import { type IssueRepToken, type IssueRepTokenRefusal, issueRepToken } from '../domain/issue-rep-token.js';
import type { RepTokenIssued } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { newToken } from '../tokens.contract.js';

/** `token` is null when the same request had been answered before: the secret was shown then, and is kept nowhere. */
export type IssuedToken = Readonly<{ answer: Answer<IssueRepTokenRefusal>; tokenId: string; token: string | null }>;

export class IssueRepTokenCommand extends Command<IssuedToken> {
  constructor(
    readonly id: string,
    readonly fields: Readonly<{ expiresAt: Instant | null }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const decideIssueRepToken =
  (
    fields: Omit<IssueRepToken, 'repId'>,
    actor: Actor,
  ): Decision<Rep, RepTokenIssued, IssueRepTokenRefusal | 'NotAllowed'> =>
  (rep, { id }) =>
    mustBe(actor) ?? issueRepToken({ ...fields, repId: id }, rep);

@CommandHandler(IssueRepTokenCommand)
export class IssueRepTokenHandler implements ICommandHandler<IssueRepTokenCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ id, fields, context }: IssueRepTokenCommand): Promise<IssuedToken> {
    // Named by its command, so that a repeated request finds the token that the first one made.
    const tokenId = uuidv5(`token ${context.commandId}`, ANNALS_NAMESPACE);
    const { token, secretHash } = newToken(id, tokenId);
    const decide = decideIssueRepToken({ ...fields, tokenId, secretHash }, context.actor);
    const answer = await this.runner.change(repDecider, id, context, decide);
    return { answer, tokenId, token: isRejected(answer) || answer.appended === 0 ? null : token };
  }
}
