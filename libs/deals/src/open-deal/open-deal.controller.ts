import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CreateBody, Day, FieldValues, Id, ListOf, MoneyValue, Text } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { DealLineBody, pricesIn } from '../deal-line.body.js';
import { dealProblems } from '../deals.problems.js';
import { OpenDealCommand } from './open-deal.handler.js';

class OpenDealBody extends CreateBody {
  @Text()
  name!: string;

  @Id()
  customerId!: string;

  @Id({ optional: true, description: 'Default: the only process there is' })
  processId?: string | null;

  @Id({ optional: true, description: 'Default: the first stage of the process' })
  stage?: string | null;

  @MoneyValue({ optional: true, description: 'Default: what the lines add up to. Required without lines' })
  amount?: Money | null;

  @ListOf(() => DealLineBody, { optional: true })
  lines?: DealLineBody[] | null;

  @Id({ optional: true, description: "Null: nobody. Default: the acting rep, or else the customer's owner" })
  ownerId?: string | null;

  @Day({ optional: true })
  expectedCloseOn?: CalendarDate | null;

  @FieldValues({ optional: true, description: 'Values of fields that the stage requires' })
  requires?: Readonly<Record<string, string | number | boolean>> | null;
}

@Controller('deals')
export class OpenDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', summary: 'Open a deal', refusals: dealProblems })
  async openDeal(@Body() body: OpenDealBody, @Context() context: CommandContext): Promise<Written> {
    const { id, name, customerId, processId, stage, amount, lines, ownerId, expectedCloseOn, requires } = body;
    if (!amount && !lines?.length) throw badInput([{ path: 'amount', message: 'is required without lines' }]);
    checkAmounts({ amount, ...pricesIn(lines) });
    const fields = { name, customerId, processId, stage, amount, lines, ownerId, expectedCloseOn, requires };
    return answer(await this.commands.execute(new OpenDealCommand(id, fields, context)), dealProblems);
  }
}
