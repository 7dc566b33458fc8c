import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CreateBody, Id, Text } from '#http/fields.js';
import { teamProblems } from '../people.problems.js';
import { FormTeamCommand } from './form-team.handler.js';

class FormTeamBody extends CreateBody {
  @Text()
  name!: string;

  @Id({ optional: true })
  parentId?: string | null;
}

@Controller('teams')
export class FormTeamController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'people', summary: 'Form a team', refusals: teamProblems })
  async formTeam(
    @Body() { id, name, parentId = null }: FormTeamBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new FormTeamCommand(id, { name, parentId }, context)), teamProblems);
  }
}
