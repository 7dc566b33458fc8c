import type { CommandRunner } from '#commands/command-runner.js';
import type { Rejected } from '#kernel/outcome.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import type { ForecastTarget } from './domain/forecast-target.js';
import { type QuotaTargetRefusal, unknownTarget } from './domain/quota-target.js';

/** Null when there is, or was, such a rep or team. */
export const unknownHolder = async (
  runner: CommandRunner,
  target: ForecastTarget,
): Promise<Rejected<QuotaTargetRefusal> | null> => {
  const { scope, scopeId } = target;
  const holder = scope === 'rep' ? await runner.state(repDecider, scopeId) : await runner.state(teamDecider, scopeId);
  return unknownTarget(target, holder);
};
