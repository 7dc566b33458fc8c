import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, type MoneyField, MoneyValue, PeriodText, WriteBody } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import { parsePeriod } from '#kernel/period.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { quotaProblems } from '../forecasting.problems.js';
import { SetQuotaCommand } from './set-quota.handler.js';

class SetQuotaBody extends WriteBody {
  @Id({ optional: true, description: 'Whose quota: either this' })
  repId?: string | null;

  @Id({ optional: true, description: 'or this' })
  teamId?: string | null;

  @PeriodText()
  period!: string;

  @MoneyValue()
  amount!: MoneyField;
}

@Controller('quotas')
export class SetQuotaController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'forecasting', summary: 'Set the quota of a rep or a team', refusals: quotaProblems })
  async setQuota(@Body() body: SetQuotaBody, @Context() context: CommandContext): Promise<Written> {
    const { amount } = body;
    checkAmounts({ amount });
    const period = parsePeriod(body.period);
    if (period === null) throw new Error(`${body.period} is no period`);
    const command = new SetQuotaCommand(
      holderOf(body),
      period,
      { amount: amount.amount, currency: amount.currency },
      context,
    );
    return answer(await this.commands.execute(command), quotaProblems);
  }
}

const holderOf = ({ repId, teamId }: SetQuotaBody): QuotaHolder => {
  if (typeof repId === 'string' && typeof teamId !== 'string') return { scope: 'rep', scopeId: repId };
  if (typeof teamId === 'string' && typeof repId !== 'string') return { scope: 'team', scopeId: teamId };
  throw badInput([{ path: 'repId', message: 'either repId or teamId must be given, and not both' }]);
};
