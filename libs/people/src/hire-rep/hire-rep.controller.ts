import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CreateBody, Day, Email, Id, OneOf, Text } from '#http/fields.js';
import { ROLES, type Role } from '#kernel/actor.js';
import type { CalendarDate } from '#kernel/instant.js';
import { repProblems } from '../people.problems.js';
import { HireRepCommand } from './hire-rep.handler.js';

class HireRepBody extends CreateBody {
  @Text()
  name!: string;

  @Email()
  email!: string;

  @Id()
  teamId!: string;

  @OneOf(ROLES)
  role!: Role;

  @Text({ optional: true })
  region?: string | null;

  @Day({ optional: true })
  hiredOn?: CalendarDate | null;
}

@Controller('reps')
export class HireRepController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'people', summary: 'Hire a rep', refusals: repProblems })
  async hireRep(@Body() body: HireRepBody, @Context() context: CommandContext): Promise<Written> {
    const { id, name, email, teamId, role, region = null, hiredOn = null } = body;
    const fields = { name, email, teamId, role, region, hiredOn };
    return answer(await this.commands.execute(new HireRepCommand(id, fields, context)), repProblems);
  }
}
