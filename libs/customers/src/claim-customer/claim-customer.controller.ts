import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { customerProblems } from '../customers.problems.js';
import { ClaimCustomerCommand } from './claim-customer.handler.js';

@Controller('customers')
export class ClaimCustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/claim')
  @DocumentedWrite({
    tag: 'customers',
    summary: 'Take a customer out of the shared pool',
    status: 200,
    refusals: customerProblems,
  })
  async claimCustomer(
    @IdParam() id: string,
    @Body() _body: WriteBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new ClaimCustomerCommand(id, context)), customerProblems);
  }
}
