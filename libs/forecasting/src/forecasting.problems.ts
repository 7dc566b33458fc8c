import type { ProblemMap } from '#http/problem.js';
import type { AdjustForecastRefusal } from './domain/adjust-forecast.js';
import type { QuotaTargetRefusal } from './domain/quota-target.js';
import type { SubmitForecastRefusal } from './domain/submit-forecast.js';
import type { QuotaRefusal } from './forecasting.contract.js';

export const holderProblems: ProblemMap<QuotaTargetRefusal> = {
  RepUnknown: { status: 409, title: 'There is no such rep' },
  TeamUnknown: { status: 409, title: 'There is no such team' },
};

export const quotaProblems: ProblemMap<QuotaRefusal> = {
  ExchangeRateMissing: { status: 409, title: 'Nothing tells what the currency is worth' },
  QuotaNegative: { status: 409, title: 'A quota is 0 or more' },
  ...holderProblems,
};

export const submitForecastProblems: ProblemMap<SubmitForecastRefusal | QuotaTargetRefusal> = {
  ForecastNegative: { status: 409, title: 'A forecast is 0 or more' },
  ...holderProblems,
};

export const adjustForecastProblems: ProblemMap<AdjustForecastRefusal | QuotaTargetRefusal> = {
  ForecastNotAdjusted: { status: 409, title: 'There is no adjustment to take back' },
  ...submitForecastProblems,
};
