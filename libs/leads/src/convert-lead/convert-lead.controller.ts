import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { answer, type Written } from '#http/answer.js';
import { checkCompanyAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Day, Id, MoneyValue, Nested, Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { leadProblems } from '../leads.problems.js';
import { ConvertLeadCommand } from './convert-lead.handler.js';

class FirstDealBody {
  @Text()
  name!: string;

  @MoneyValue()
  amount!: Money;

  @Id({ optional: true, description: 'Default: the only process there is' })
  processId?: string | null;

  @Day({ optional: true })
  expectedCloseOn?: CalendarDate | null;
}

class ConvertLeadBody extends WriteBody {
  @Id({ optional: true, description: "Null: nobody. Default: the lead's owner, or else the acting rep" })
  ownerId?: string | null;

  @Nested(() => FirstDealBody, { optional: true, description: 'A deal to open with the customer, in the first stage' })
  deal?: FirstDealBody | null;
}

@Controller('leads')
export class ConvertLeadController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post(':id/convert')
  @DocumentedWrite({
    tag: 'leads',
    summary: 'Make a customer, with the lead as their contact, and a deal if one is given',
    status: 200,
    refusals: leadProblems,
  })
  async convertLead(
    @IdParam() id: string,
    @Body() { ownerId, deal }: ConvertLeadBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    checkCompanyAmounts(this.settings.currency, { 'deal.amount': deal?.amount });
    const first = deal ? firstDealOf(deal) : null;
    const command = new ConvertLeadCommand(id, { ownerId, deal: first }, context);
    return answer(await this.commands.execute(command), leadProblems);
  }
}

const firstDealOf = ({
  name,
  amount: { amount, currency },
  processId = null,
  expectedCloseOn = null,
}: FirstDealBody) => ({
  name,
  amount: { amount, currency },
  processId,
  expectedCloseOn,
});
