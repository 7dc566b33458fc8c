import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, Text, WriteBody } from '#http/fields.js';
import { holderProblems } from '../forecasting.problems.js';
import { ChooseLeaderboardNameCommand } from './choose-leaderboard-name.handler.js';

class ChooseLeaderboardNameBody extends WriteBody {
  @Id()
  repId!: string;

  @Text({ nullable: true, max: 60, description: 'What leaderboards call you; null: by your own name' })
  name!: string | null;
}

@Controller('leaderboards')
export class ChooseLeaderboardNameController {
  constructor(private readonly commands: CommandBus) {}

  @Post('names')
  @DocumentedWrite({ tag: 'forecasting', summary: 'Choose what leaderboards call you', refusals: holderProblems })
  async chooseName(
    @Body() { repId, name }: ChooseLeaderboardNameBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new ChooseLeaderboardNameCommand(repId, name, context);
    return answer(await this.commands.execute(command), holderProblems);
  }
}
