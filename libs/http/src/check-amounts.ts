import type { Money } from '#kernel/money.js';
import { badInput } from './problem.js';

/**
 * Refuses amounts that are below 0.
 * @param amounts by their path in the body (`lines.0.price`); those that are not given are passed over
 * @throws ProblemException (400)
 */
export const checkAmounts = (amounts: Readonly<Record<string, Money | null | undefined>>): void => {
  const errors = Object.entries(amounts).flatMap(([path, money]) =>
    money && money.amount < 0 ? [{ path: `${path}.amount`, message: 'must not be less than 0' }] : [],
  );
  if (errors.length > 0) throw badInput(errors);
};

/** The same for amounts that are stated of figures: they are in the company's currency. @throws ProblemException (400) */
export const checkCompanyAmounts = (currency: string, amounts: Parameters<typeof checkAmounts>[0]): void => {
  const foreign = Object.entries(amounts).flatMap(([path, money]) =>
    money && money.currency !== currency
      ? [{ path: `${path}.currency`, message: `must be ${currency}, the company's currency` }]
      : [],
  );
  if (foreign.length > 0) throw badInput(foreign);
  checkAmounts(amounts);
};
