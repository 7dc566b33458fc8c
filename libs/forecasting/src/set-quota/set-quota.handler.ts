import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayManage, mayManageTeam } from '#people/access.contract.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import type { QuotaSet } from '../domain/quota.events.js';
import { type Quota, quotaDecider, quotaIdOf } from '../domain/quota.state.js';
import { type QuotaTargetRefusal, unknownTarget } from '../domain/quota-target.js';
import { type SetQuota, type SetQuotaRefusal, setQuota } from '../domain/set-quota.js';

type Refusal = SetQuotaRefusal | QuotaTargetRefusal;

export class SetQuotaCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly fields: SetQuota,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideSetQuota =
  (runner: CommandRunner, fields: SetQuota, actor: Actor): Decision<Quota | null, QuotaSet, Refusal | 'NotAllowed'> =>
  async (quota) => {
    const { scope, scopeId } = fields;
    const [denied, holder] =
      scope === 'rep'
        ? [await mayManage(runner, actor, scopeId), await runner.state(repDecider, scopeId)]
        : [await mayManageTeam(runner, actor, scopeId), await runner.state(teamDecider, scopeId)];
    return denied ?? unknownTarget(fields, holder) ?? setQuota(fields, quota);
  };

@CommandHandler(SetQuotaCommand)
export class SetQuotaHandler implements ICommandHandler<SetQuotaCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ fields, context }: SetQuotaCommand): Promise<Answer<Refusal>> {
    const decide = decideSetQuota(this.runner, fields, context.actor);
    return this.runner.create(quotaDecider, quotaIdOf(fields), context, decide);
  }
}
