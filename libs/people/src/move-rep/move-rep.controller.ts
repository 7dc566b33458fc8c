import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { repProblems } from '../people.problems.js';
import { MoveRepCommand } from './move-rep.handler.js';

class MoveRepBody extends WriteBody {
  @Id()
  teamId!: string;
}

@Controller('reps')
export class MoveRepController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/move')
  @DocumentedWrite({ tag: 'people', summary: 'Move a rep to another team', status: 200, refusals: repProblems })
  async moveRep(
    @IdParam() id: string,
    @Body() { teamId }: MoveRepBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new MoveRepCommand(id, { teamId }, context)), repProblems);
  }
}
