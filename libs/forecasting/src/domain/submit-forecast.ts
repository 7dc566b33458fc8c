import { type Outcome, reject } from '#kernel/outcome.js';
import type { ForecastSubmitted } from './forecast-submission.events.js';
import type { ForecastSubmission } from './forecast-submission.state.js';
import { sameCall } from './same-call.js';

export type SubmitForecast = ForecastSubmission;
export type SubmitForecastRefusal = 'ForecastNegative';

export const submitForecast = (
  command: SubmitForecast,
  submission: ForecastSubmission | null,
): Outcome<ForecastSubmitted, SubmitForecastRefusal> => {
  if (command.amount.amount < 0) return reject('ForecastNegative', 'A forecast is 0 or more');
  if (submission !== null && sameCall(command, submission)) return [];
  return [{ type: 'ForecastSubmitted', data: { ...command, from: submission?.amount ?? null } }];
};
