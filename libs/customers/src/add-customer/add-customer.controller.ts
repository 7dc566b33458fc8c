import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CreateBody, Id, ListOf, Text } from '#http/fields.js';
import { ContactFields, contactOf } from '../contact-fields.js';
import { customerProblems } from '../customers.problems.js';
import { AddCustomerCommand } from './add-customer.handler.js';

class AddCustomerBody extends CreateBody {
  @Text()
  name!: string;

  @Id({ optional: true, description: 'Default: the customer starts in the shared pool' })
  ownerId?: string | null;

  @Text({ optional: true })
  industry?: string | null;

  @Text({ optional: true })
  region?: string | null;

  @Text({ optional: true })
  source?: string | null;

  @ListOf(() => ContactFields, { optional: true, max: 200 })
  contacts?: ContactFields[] | null;
}

@Controller('customers')
export class AddCustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'customers', summary: 'Add a customer', refusals: customerProblems })
  async addCustomer(@Body() body: AddCustomerBody, @Context() context: CommandContext): Promise<Written> {
    const { id, name, ownerId = null, industry = null, region = null, source = null, contacts } = body;
    const fields = { name, ownerId, industry, region, source, contacts: (contacts ?? []).map(contactOf) };
    return answer(await this.commands.execute(new AddCustomerCommand(id, fields, context)), customerProblems);
  }
}
