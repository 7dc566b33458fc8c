import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { teamProblems } from '../people.problems.js';
import { MoveTeamCommand } from './move-team.handler.js';

class MoveTeamBody extends WriteBody {
  @Id({ nullable: true, description: 'Null: to the top' })
  parentId!: string | null;
}

@Controller('teams')
export class MoveTeamController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/move')
  @DocumentedWrite({
    tag: 'people',
    summary: 'Move a team, and all below it, under another one',
    status: 200,
    refusals: teamProblems,
  })
  async moveTeam(
    @IdParam() id: string,
    @Body() { parentId }: MoveTeamBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new MoveTeamCommand(id, { parentId }, context)), teamProblems);
  }
}
