import { Controller, Delete } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { customerProblems } from '../customers.problems.js';
import { RemoveCustomerContactCommand } from './remove-customer-contact.handler.js';

@Controller('customers')
export class RemoveCustomerContactController {
  constructor(private readonly commands: CommandBus) {}

  @Delete(':id/contacts/:contactId')
  @DocumentedWrite({ tag: 'customers', summary: 'Remove a contact', status: 200, refusals: customerProblems })
  async removeCustomerContact(
    @IdParam() id: string,
    @IdParam('contactId') contactId: string,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(
      await this.commands.execute(new RemoveCustomerContactCommand(id, { contactId }, context)),
      customerProblems,
    );
  }
}
