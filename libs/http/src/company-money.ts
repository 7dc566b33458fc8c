import type { Money } from '#kernel/money.js';
import { badInput } from './problem.js';

/**
 * Refuses amounts that are below 0, or not in the company's currency: figures add amounts up as they stand.
 * @param amounts by their path in the body (`lines.0.price`); those that are not given are passed over
 * @throws ProblemException (400)
 */
export const checkAmounts = (currency: string, amounts: Readonly<Record<string, Money | null | undefined>>): void => {
  const errors = Object.entries(amounts).flatMap(([path, money]) => {
    if (!money) return [];
    const foreign = { path: `${path}.currency`, message: `must be ${currency}, the company's currency` };
    const negative = { path: `${path}.amount`, message: 'must not be less than 0' };
    return [...(money.currency === currency ? [] : [foreign]), ...(money.amount >= 0 ? [] : [negative])];
  });
  if (errors.length > 0) throw badInput(errors);
};
