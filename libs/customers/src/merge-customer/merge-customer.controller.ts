import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { customerProblems } from '../customers.problems.js';
import { MergeCustomerCommand } from './merge-customer.handler.js';

class MergeCustomerBody extends WriteBody {
  @Id({ description: 'The customer who survives' })
  into!: string;
}

@Controller('customers')
export class MergeCustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/merge')
  @DocumentedWrite({
    tag: 'customers',
    summary: 'Merge a duplicate into the customer who survives, for good: from then on all of it is found there',
    status: 200,
    refusals: customerProblems,
  })
  async mergeCustomer(
    @IdParam() id: string,
    @Body() { into }: MergeCustomerBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new MergeCustomerCommand(id, { into }, context)), customerProblems);
  }
}
