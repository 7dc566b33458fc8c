import { type Rejected, reject } from '#kernel/outcome.js';
import type { QuotaHolder } from './quota.events.js';

export type QuotaTargetRefusal = 'RepUnknown' | 'TeamUnknown';

/** `holder` is the rep or team that the target names, null when there is none. Reps who have left keep their quotas. */
export const unknownTarget = (
  { scope, scopeId }: QuotaHolder,
  holder: object | null,
): Rejected<QuotaTargetRefusal> | null => {
  if (holder !== null) return null;
  return reject(scope === 'rep' ? 'RepUnknown' : 'TeamUnknown', `There is no ${scope} ${scopeId}`);
};
