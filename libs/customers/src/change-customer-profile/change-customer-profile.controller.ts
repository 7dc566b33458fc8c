import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { customerProblems } from '../customers.problems.js';
import { ChangeCustomerProfileCommand } from './change-customer-profile.handler.js';

/** A field that is left out stays as it is; null empties it. */
class ChangeCustomerProfileBody extends WriteBody {
  @Text({ optional: true, description: 'Cannot be emptied' })
  name?: string;

  @Text({ optional: true, nullable: true })
  industry?: string | null;

  @Text({ optional: true, nullable: true })
  region?: string | null;

  @Text({ optional: true, nullable: true })
  source?: string | null;
}

@Controller('customers')
export class ChangeCustomerProfileController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/profile')
  @DocumentedWrite({
    tag: 'customers',
    summary: "Change a customer's profile",
    status: 200,
    refusals: customerProblems,
  })
  async changeCustomerProfile(
    @IdParam() id: string,
    @Body() { occurredAt: _occurredAt, ...profile }: ChangeCustomerProfileBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    // An optional field may be null; every customer has a name.
    if (profile.name === null) throw badInput([{ path: 'name', message: 'name must not be null' }]);
    return answer(
      await this.commands.execute(new ChangeCustomerProfileCommand(id, { profile }, context)),
      customerProblems,
    );
  }
}
