import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Email, OneOf, Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { ROLES, type Role } from '#kernel/actor.js';
import { repProblems } from '../people.problems.js';
import { ChangeRepProfileCommand } from './change-rep-profile.handler.js';

/** A field that is left out stays as it is; null empties it. */
class ChangeRepProfileBody extends WriteBody {
  @Text({ optional: true, description: 'Cannot be emptied' })
  name?: string;

  @Email({ optional: true, description: 'Cannot be emptied' })
  email?: string;

  @OneOf(ROLES, { optional: true, description: 'Cannot be emptied. What they may do follows it at once' })
  role?: Role;

  @Text({ optional: true, nullable: true })
  region?: string | null;
}

@Controller('reps')
export class ChangeRepProfileController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/profile')
  @DocumentedWrite({ tag: 'people', summary: "Change a rep's profile", status: 200, refusals: repProblems })
  async changeRepProfile(
    @IdParam() id: string,
    @Body() { occurredAt: _occurredAt, ...profile }: ChangeRepProfileBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    // An optional field may be null; these every rep has.
    const emptied = (['name', 'email', 'role'] as const).filter((field) => profile[field] === null);
    if (emptied.length > 0) throw badInput(emptied.map((path) => ({ path, message: `${path} must not be null` })));
    return answer(await this.commands.execute(new ChangeRepProfileCommand(id, { profile }, context)), repProblems);
  }
}
