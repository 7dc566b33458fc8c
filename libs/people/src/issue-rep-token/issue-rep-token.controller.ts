import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { At, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import type { Instant } from '#kernel/instant.js';
import { repProblems } from '../people.problems.js';
import { IssueRepTokenCommand } from './issue-rep-token.handler.js';

class IssueRepTokenBody extends WriteBody {
  @At({ optional: true, description: 'Default: it lasts until revoked' })
  expiresAt?: Instant | null;
}

type IssuedToken = Readonly<{ tokenId: string; token?: string }>;

@Controller('reps')
export class IssueRepTokenController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/tokens')
  @DocumentedWrite({
    tag: 'people',
    summary:
      'Make a bearer token for a rep. It is shown once: a request repeated by its key gets the rest of the answer',
    refusals: repProblems,
  })
  async issueRepToken(
    @IdParam() id: string,
    @Body() { expiresAt = null }: IssueRepTokenBody,
    @Context() context: CommandContext,
  ): Promise<Written<IssuedToken>> {
    const issued = await this.commands.execute(new IssueRepTokenCommand(id, { expiresAt }, context));
    const { tokenId, token } = issued;
    return answer(issued.answer, repProblems, { tokenId, ...(token !== null && { token }) });
  }
}
