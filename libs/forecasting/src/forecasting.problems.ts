import type { ProblemMap } from '#http/problem.js';
import type { QuotaRefusal } from './forecasting.contract.js';

export const quotaProblems: ProblemMap<QuotaRefusal> = {
  QuotaNegative: { status: 409, title: 'A quota is 0 or more' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  TeamUnknown: { status: 409, title: 'There is no such team' },
};
