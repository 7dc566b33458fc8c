import { Controller, Delete } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { repProblems } from '../people.problems.js';
import { RevokeRepTokenCommand } from './revoke-rep-token.handler.js';

@Controller('reps')
export class RevokeRepTokenController {
  constructor(private readonly commands: CommandBus) {}

  @Delete(':id/tokens/:tokenId')
  @DocumentedWrite({ tag: 'people', summary: 'Revoke a bearer token of a rep', status: 200, refusals: repProblems })
  async revokeRepToken(
    @IdParam() id: string,
    @IdParam('tokenId') tokenId: string,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new RevokeRepTokenCommand(id, { tokenId }, context)), repProblems);
  }
}
