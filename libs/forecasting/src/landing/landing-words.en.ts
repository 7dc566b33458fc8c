import { formatDecimal } from '#kernel/money.js';
import type { LandingReason } from '../domain/landing-reasons.js';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const deals = (count: number): string => (count === 1 ? 'One deal' : `${count} deals`);
const tenths = (number: number): string => number.toFixed(1);

/** Writes amounts of a currency: `USD 12.50`. */
export const landingMoney =
  (currency: string): ((amount: number) => string) =>
  (amount) =>
    `${currency} ${formatDecimal({ amount, currency })}`;

/** Each reason in a sentence. @param money writes an amount */
export const landingWords = (reason: LandingReason, money: (amount: number) => string): string => {
  switch (reason.code) {
    case 'coverageLow':
      return `Coverage is ${tenths(reason.coverage)} of ${tenths(reason.needed)} needed`;
    case 'winRateFell':
      return `The win rate fell from ${percent(reason.before)} to ${percent(reason.now)}`;
    case 'dealsPushedOut':
      return `${deals(reason.deals)} worth ${money(reason.amount)} pushed out of the period`;
    case 'dealsLost':
      return `${deals(reason.deals)} worth ${money(reason.amount)} lost in the period`;
    case 'fewNewDeals':
      return `${deals(reason.deals)} opened in the period so far, ${tenths(reason.usual)} is usual by now`;
    case 'activityDown':
      return `${reason.activities} activities in the last 30 days, ${tenths(reason.usual)} is usual`;
  }
};
