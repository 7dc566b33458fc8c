import type { Settings } from '#config/settings.js';
import type { Money } from '#kernel/money.js';
import { badInput } from './problem.js';

/**
 * All money is in the company's currency until rates are on record. Keys of `amounts` are the paths of the input.
 * @throws ProblemException BadInput naming each amount in another currency
 */
export const refuseForeignMoney = (
  { currency }: Pick<Settings, 'currency'>,
  amounts: Readonly<Record<string, Money | null | undefined>>,
): void => {
  const errors = Object.entries(amounts)
    .filter(([, money]) => money && money.currency !== currency)
    .map(([path]) => ({ path: `${path}.currency`, message: `must be the company's currency, ${currency}` }));
  if (errors.length > 0) throw badInput(errors);
};
