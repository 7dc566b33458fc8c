import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { At, Day, Id, MoneyValue, Nested, Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { dealProblems } from '../deals.problems.js';
import type { DealChanges } from '../domain/correct-deal.js';
import { CorrectDealCommand } from './correct-deal.handler.js';

/** A field that is left out is not corrected. */
class DealChangesBody {
  @MoneyValue({ optional: true, description: 'Lines that the deal had then take their shares of it' })
  amount?: Money;

  @Id({ optional: true, description: 'Of the process of the deal' })
  stage?: string;

  @Day({ optional: true, nullable: true, description: 'Null: nobody could tell when' })
  expectedCloseOn?: CalendarDate | null;

  @Id({ optional: true, nullable: true, description: "Null: nobody's" })
  ownerId?: string | null;
}

class CorrectDealBody extends WriteBody {
  @At({ description: 'From when on it was true, until the next fact that set the field anew' })
  effectiveAt!: Instant;

  @Nested(() => DealChangesBody)
  changes!: DealChangesBody;

  @Text({ max: 4000 })
  reason!: string;
}

@Controller('deals/:id/correct')
export class CorrectDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'deals',
    status: 200,
    summary: 'Correct what was true of a deal, from an instant on, without touching what was known before',
    refusals: dealProblems,
  })
  async correctDeal(
    @IdParam() id: string,
    @Body() { effectiveAt, changes, reason }: CorrectDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new CorrectDealCommand(id, { effectiveAt, changes: this.checked(changes), reason }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }

  /** An optional field may be null; every deal has an amount and a stage. */
  private checked({ amount, stage, ...others }: DealChangesBody): DealChanges {
    const empty = Object.entries({ amount, stage }).filter(([, value]) => value === null);
    const problems = empty.map(([field]) => ({ path: `changes.${field}`, message: `${field} must not be null` }));
    if (problems.length > 0) throw badInput(problems);
    checkAmounts(amount ? { 'changes.amount': amount } : {});
    return { amount, stage, ...others };
  }
}
