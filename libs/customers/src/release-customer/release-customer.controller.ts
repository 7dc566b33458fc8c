import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { customerProblems } from '../customers.problems.js';
import { ReleaseCustomerCommand } from './release-customer.handler.js';

class ReleaseCustomerBody extends WriteBody {
  @Text({ optional: true, max: 2000 })
  reason?: string | null;
}

@Controller('customers')
export class ReleaseCustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/release')
  @DocumentedWrite({
    tag: 'customers',
    summary: 'Put a customer back into the shared pool',
    status: 200,
    refusals: customerProblems,
  })
  async releaseCustomer(
    @IdParam() id: string,
    @Body() { reason = null }: ReleaseCustomerBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new ReleaseCustomerCommand(id, { reason }, context)), customerProblems);
  }
}
