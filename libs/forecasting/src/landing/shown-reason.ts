import type { Money } from '#kernel/money.js';
import type { LandingReason } from '../domain/landing-reasons.js';
import { landingMoney, landingWords } from './landing-words.en.js';

type AboutDeals = Extract<LandingReason, { amount: number }>;

/** A reason with its figures, and in words. */
export type ShownReason = (
  | Exclude<LandingReason, AboutDeals>
  | (Omit<AboutDeals, 'amount'> & Readonly<{ amount: Money }>)
) &
  Readonly<{ text: string }>;

export const shownReason = (reason: LandingReason, currency: string): ShownReason => {
  const text = landingWords(reason, landingMoney(currency));
  return 'amount' in reason ? { ...reason, amount: { amount: reason.amount, currency }, text } : { ...reason, text };
};
