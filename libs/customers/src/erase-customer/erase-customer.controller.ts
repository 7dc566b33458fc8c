import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { EraseCustomerCommand } from './erase-customer.handler.js';

class EraseCustomerBody extends WriteBody {
  @Text({ optional: true, max: 2000, description: 'Stays in the log for good: names nobody' })
  reason?: string | null;
}

@Controller('customers')
export class EraseCustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/erase')
  @DocumentedWrite({
    tag: 'customers',
    summary: 'Erase the personal data of a customer, for good; figures and history stay',
    status: 200,
    refusals: {},
  })
  async eraseCustomer(
    @IdParam() id: string,
    @Body() { reason = null }: EraseCustomerBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new EraseCustomerCommand(id, { reason }, context)), {});
  }
}
