import { forecastable, type Situation, winsIn, wonIn } from './forecast-methods.js';
import { type DayRange, expectedNewBusiness } from './new-business.js';

/** Where a period is expected to end: the sum of its three parts. Minor units. */
export type ExpectedLanding = Readonly<{
  won: number;
  /** Of what is open: Σ amount × learned probability of winning it within the period. */
  open: number;
  newBusiness: number;
  /** Of `open`: √ Σ amount² × p × (1 − p), as if deals were won independently of each other. */
  deviation: number;
}>;

/**
 * The landing of the method historical-landing, in its parts. `ownerIds`: only what these own, or owned when it was won;
 * null: all. Probabilities are learned from everybody's deals.
 */
export const expectedLanding = (
  situation: Situation,
  period: DayRange,
  ownerIds: ReadonlySet<string> | null,
): ExpectedLanding => {
  const isMeant = ({ ownerId }: Readonly<{ ownerId: string | null }>): boolean =>
    ownerIds === null || (ownerId !== null && ownerIds.has(ownerId));
  const wins = situation.wins.filter(isMeant);
  const own = { ...situation, wins, open: situation.open.filter(isMeant) };
  let [open, variance] = [0, 0];
  for (const { deal, outlook } of forecastable(own)) {
    const probability = winsIn(situation, outlook, period);
    open += deal.amount * probability;
    variance += deal.amount ** 2 * probability * (1 - probability);
  }
  return {
    won: wonIn(own, period),
    open: Math.round(open),
    newBusiness: Math.round(expectedNewBusiness(wins, period, situation.today, situation.since)),
    deviation: Math.round(Math.sqrt(variance)),
  };
};
