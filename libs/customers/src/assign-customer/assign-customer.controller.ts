import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { customerProblems } from '../customers.problems.js';
import { AssignCustomerCommand } from './assign-customer.handler.js';

class AssignCustomerBody extends WriteBody {
  @Id()
  ownerId!: string;
}

@Controller('customers')
export class AssignCustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/assign')
  @DocumentedWrite({ tag: 'customers', summary: 'Assign a customer to a rep', status: 200, refusals: customerProblems })
  async assignCustomer(
    @IdParam() id: string,
    @Body() { ownerId }: AssignCustomerBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new AssignCustomerCommand(id, { ownerId }, context)), customerProblems);
  }
}
