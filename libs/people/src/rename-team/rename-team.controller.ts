import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { teamProblems } from '../people.problems.js';
import { RenameTeamCommand } from './rename-team.handler.js';

class RenameTeamBody extends WriteBody {
  @Text()
  name!: string;
}

@Controller('teams')
export class RenameTeamController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/rename')
  @DocumentedWrite({ tag: 'people', summary: 'Rename a team', status: 200, refusals: teamProblems })
  async renameTeam(
    @IdParam() id: string,
    @Body() { name }: RenameTeamBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new RenameTeamCommand(id, { name }, context)), teamProblems);
  }
}
