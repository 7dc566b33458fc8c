import { type Outcome, reject } from '#kernel/outcome.js';
import type { ForecastAdjusted } from './forecast-adjustment.events.js';
import type { ForecastAdjustment } from './forecast-adjustment.state.js';
import { sameCall } from './same-call.js';

export type AdjustForecast = ForecastAdjustment;
export type AdjustForecastRefusal = 'ForecastNegative' | 'ForecastNotAdjusted';

export const adjustForecast = (
  command: AdjustForecast,
  adjustment: ForecastAdjustment | null,
): Outcome<ForecastAdjusted, AdjustForecastRefusal> => {
  const { amount } = command;
  if (amount !== null && amount.amount < 0) return reject('ForecastNegative', 'A forecast is 0 or more');
  if (amount === null && adjustment === null)
    return reject('ForecastNotAdjusted', 'There is no adjustment to take back');
  if (adjustment !== null && sameCall(command, adjustment)) return [];
  return [{ type: 'ForecastAdjusted', data: { ...command, from: adjustment?.amount ?? null } }];
};
