import { type Outcome, reject } from '#kernel/outcome.js';
import type { BackTestEvidence, ForecastMethodChosen } from './forecast-method.events.js';
import type { ChosenMethod } from './forecast-method.state.js';
import type { ForecastMethod } from './forecast-methods.js';

export type ChooseForecastMethod = Readonly<{
  method: ForecastMethod;
  /** The back-test that speaks for it, and what it says of the method: null when it says nothing. Null: none. */
  backTest: Readonly<{ id: string; says: Omit<BackTestEvidence, 'backTestId'> | null }> | null;
}>;

export type ChooseForecastMethodRefusal = 'MethodNotBackTested';

export const chooseForecastMethod = (
  { method, backTest }: ChooseForecastMethod,
  chosen: ChosenMethod | null,
): Outcome<ForecastMethodChosen, ChooseForecastMethodRefusal> => {
  if (backTest !== null && backTest.says === null) {
    return reject('MethodNotBackTested', `There is no completed back-test ${backTest.id} of the method ${method}`);
  }
  const evidence = backTest?.says ? { backTestId: backTest.id, ...backTest.says } : null;
  const isSame = chosen?.method === method && (chosen.evidence?.backTestId ?? null) === (evidence?.backTestId ?? null);
  if (isSame) return [];
  return [{ type: 'ForecastMethodChosen', data: { method, evidence, from: chosen?.method ?? null } }];
};
