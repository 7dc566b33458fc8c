import type { ProblemMap } from '#http/problem.js';
import type { ChooseForecastMethodRefusal } from './domain/choose-forecast-method.js';

export const forecastMethodProblems: ProblemMap<ChooseForecastMethodRefusal> = {
  MethodNotBackTested: { status: 409, title: 'The back-test says nothing of this method' },
};
