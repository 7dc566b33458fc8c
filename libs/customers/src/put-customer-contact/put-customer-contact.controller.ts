import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { At } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import type { Instant } from '#kernel/instant.js';
import { ContactFields, contactOf } from '../contact-fields.js';
import { customerProblems } from '../customers.problems.js';
import { PutCustomerContactCommand } from './put-customer-contact.handler.js';

/** With the id of a contact on file it changes that one. */
class PutCustomerContactBody extends ContactFields {
  @At({ optional: true, description: 'When it was true. Default: now' })
  occurredAt?: Instant;
}

@Controller('customers')
export class PutCustomerContactController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/contacts')
  @DocumentedWrite({ tag: 'customers', summary: 'Add or change a contact', status: 200, refusals: customerProblems })
  async putCustomerContact(
    @IdParam() id: string,
    @Body() body: PutCustomerContactBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const fields = { contact: contactOf(body) };
    return answer(await this.commands.execute(new PutCustomerContactCommand(id, fields, context)), customerProblems);
  }
}
