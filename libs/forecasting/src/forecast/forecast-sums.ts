import type { Bounded, DealsAt, Grouping, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import type { CalendarDate } from '#kernel/instant.js';
import { STAGE_OF_DEAL, type StageOfDeal, type StageWeight, stageOfDeal } from '../stage-weights.js';
import { ForecastLine } from './forecast-line.js';

type Sums = Readonly<{
  /** Close dates of the won deals to be visited. */
  days: Bounded<CalendarDate>;
  /** The period of a close date; undefined: none that was asked for. */
  periodOf: (date: CalendarDate | null) => string | null | undefined;
  groupings: readonly Grouping[];
  weightOf: (deal: StageOfDeal) => StageWeight | null;
}>;

/** The sums of one period (null: no expected close date) and of one name for each grouping. */
export type PlacedLine = Readonly<{ period: string | null; names: readonly (string | null)[]; line: ForecastLine }>;

/** What is closed and what is open by period and groupings. */
export const forecastSums = (deals: DealsAt, { days, periodOf, groupings, weightOf }: Sums): readonly PlacedLine[] => {
  const placed = new Map<string, PlacedLine>();
  const lineOf = ([period = null, ...names]: readonly (string | null)[]): ForecastLine => {
    const key = JSON.stringify([period, ...names]);
    const known = placed.get(key);
    if (known !== undefined) return known.line;
    const line = new ForecastLine();
    placed.set(key, { period, names, line });
    return line;
  };
  const amount = ({ amount }: SpanView): number => amount;
  const period = (date: string | null | undefined) => periodOf(date ?? null);
  for (const won of deals.won(days).sum([{ columns: ['signedOn'], as: period }, ...groupings], { amount })) {
    lineOf(won.group).closed += won.amount;
  }
  const dated = { columns: ['expectedCloseOn'], as: period } as const;
  for (const { group, amount: sum } of deals.open().sum([dated, ...groupings, ...STAGE_OF_DEAL], { amount })) {
    const weight = weightOf(stageOfDeal(group.slice(1 + groupings.length)));
    if (weight !== null) lineOf(group.slice(0, 1 + groupings.length)).addOpen(weight.category, sum, weight.probability);
  }
  return [...placed.values()];
};
