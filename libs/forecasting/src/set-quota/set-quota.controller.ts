import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, type MoneyField, MoneyValue, OneOf, PeriodText, Whole, WriteBody } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import { parsePeriod } from '#kernel/period.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { QUOTA_MEASURES, type QuotaGoal, type QuotaMeasure } from '../domain/quota-measure.js';
import { quotaProblems } from '../forecasting.problems.js';
import { SetQuotaCommand } from './set-quota.handler.js';

class SetQuotaBody extends WriteBody {
  @Id({ optional: true, description: 'Whose quota: either this' })
  repId?: string | null;

  @Id({ optional: true, description: 'or this' })
  teamId?: string | null;

  @PeriodText()
  period!: string;

  @OneOf(QUOTA_MEASURES, { optional: true, description: 'What is counted; default: amount' })
  measure?: QuotaMeasure | null;

  @MoneyValue({ optional: true, description: 'Of the measure amount' })
  amount?: MoneyField | null;

  @Whole({ optional: true, description: 'Of the measures deals and activities: how many' })
  target?: number | null;
}

@Controller('quotas')
export class SetQuotaController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'forecasting', summary: 'Set the quota of a rep or a team', refusals: quotaProblems })
  async setQuota(@Body() body: SetQuotaBody, @Context() context: CommandContext): Promise<Written> {
    const period = parsePeriod(body.period);
    if (period === null) throw new Error(`${body.period} is no period`);
    const command = new SetQuotaCommand(holderOf(body), period, goalOf(body), context);
    return answer(await this.commands.execute(command), quotaProblems);
  }
}

const holderOf = ({ repId, teamId }: SetQuotaBody): QuotaHolder => {
  if (typeof repId === 'string' && typeof teamId !== 'string') return { scope: 'rep', scopeId: repId };
  if (typeof teamId === 'string' && typeof repId !== 'string') return { scope: 'team', scopeId: teamId };
  throw badInput([{ path: 'repId', message: 'either repId or teamId must be given, and not both' }]);
};

const goalOf = ({ measure, amount, target }: SetQuotaBody): QuotaGoal => {
  if (measure == null || measure === 'amount') {
    if (target != null) throw badInput([{ path: 'target', message: 'is of the measures deals and activities' }]);
    if (amount == null) throw badInput([{ path: 'amount', message: 'must be given: what is to be won' }]);
    checkAmounts({ amount });
    return { measure: 'amount', amount: { amount: amount.amount, currency: amount.currency } };
  }
  if (amount != null) throw badInput([{ path: 'amount', message: `is of the measure amount, not of ${measure}` }]);
  if (target == null) throw badInput([{ path: 'target', message: `must be given: how many ${measure}` }]);
  return { measure, target };
};
