import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { ConversionHistory, Outlook } from './conversion-history.js';
import { type DayRange, expectedNewBusiness, type Win } from './new-business.js';
import { type ConfiguredStage, currentVisit, type ObservedDeal } from './observed-deal.js';

/** The call of a rep for a period, with what is closed: minor units. */
export type Submission = DayRange & Readonly<{ amount: number }>;

/** All that a method may use: what was seen by an instant, and nothing of what came later. */
export type Situation = Readonly<{
  /** The instant of the forecast, in days since 1970. */
  today: number;
  /** The day on which history begins, in days since 1970. */
  since: number;
  open: readonly ObservedDeal[];
  wins: readonly Win[];
  history: ConversionHistory;
  /** What reps stand by for a stretch of days, with what is closed. */
  submissions: readonly Submission[];
  /** A stage as it was configured; null: its process has it no longer. */
  configured: (processId: string, stage: string) => ConfiguredStage | null;
}>;

export const FORECAST_METHODS = [
  'stage-weighted',
  'commit',
  'best-case',
  'historical-weighted',
  'historical-conversion',
  'historical-landing',
  'submission',
] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

type Described = Readonly<{
  formula: string;
  source: string;
  /** What it says but for the open deals; null: it has nothing to say of the period. */
  closed: (situation: Situation, period: DayRange) => number | null;
  /** Which share of the amount of an open deal counts. */
  share: (open: OpenDeal, period: DayRange) => number;
}>;

/** An open deal that is in the forecast, with its stage as configured and what history says of it. */
type OpenDeal = Readonly<{ deal: ObservedDeal; stage: ConfiguredStage; outlook: Outlook; today: number }>;

const STANDARD = 'The standard definition of sales forecasting tools (docs/guides/figures.md)';

const wonIn = ({ wins }: Situation, { from, to }: DayRange): number =>
  sumOf(wins, ({ signedDay, amount }) => (signedDay >= from && signedDay < to ? amount : 0));

const judged =
  (...categories: readonly ForecastCategory[]) =>
  (open: OpenDeal, period: DayRange): number => {
    const category = open.deal.category ?? open.stage.category;
    return categories.some((each) => each === category) ? dueIn(open, period) : 0;
  };

/** Which share of the deal's winning falls into the period. */
const dueIn = (open: OpenDeal, period: DayRange): number => {
  const { deal, outlook, today } = open;
  if (deal.expectedDay === null) return outlook.wins === 0 ? 0 : winsIn(open, period) / outlook.wins;
  const due = Math.max(deal.expectedDay, today);
  return due >= period.from && due < period.to ? 1 : 0;
};

const winsIn = ({ outlook: { winsWithin }, today }: OpenDeal, { from, to }: DayRange): number =>
  winsWithin(Math.max(0, to - today)) - winsWithin(Math.max(0, from - today));

const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

/**
 * The methods. `won` is what was won in the period by the day of the forecast; the sums are over the open deals that are
 * not omitted. `due` is 1 when the expected close date falls into the period (one that has passed: when today does), and
 * 0 otherwise; of a deal without such a date it is the share of its winning that history places in the period.
 */
export const forecastMethods: Readonly<Record<ForecastMethod, Described>> = {
  'stage-weighted': {
    formula: 'won + Σ amount × configured probability of the stage × due',
    source: STANDARD,
    closed: wonIn,
    share: (open, period) => open.stage.probability * dueIn(open, period),
  },
  commit: {
    formula: 'won + Σ amount × due, over the category Commit',
    source: STANDARD,
    closed: wonIn,
    share: judged('commit'),
  },
  'best-case': {
    formula: 'won + Σ amount × due, over the categories Commit and Best Case',
    source: STANDARD,
    closed: wonIn,
    share: judged('commit', 'bestCase'),
  },
  'historical-weighted': {
    formula: 'won + Σ amount × learned probability of winning × due',
    source: 'Aalen and Johansen 1978, by landmarks of age in the stage; see ConversionHistory',
    closed: wonIn,
    share: (open, period) => open.outlook.wins * dueIn(open, period),
  },
  'historical-conversion': {
    formula: 'won + Σ amount × learned probability of winning within the period',
    source: 'Aalen and Johansen 1978, by landmarks of age in the stage; see ConversionHistory',
    closed: wonIn,
    share: winsIn,
  },
  'historical-landing': {
    formula: 'historical-conversion + expected new business at this point of the period',
    source: 'As historical-conversion; new business is the mean of the last 4 periods, see expectedNewBusiness',
    closed: (situation, period) =>
      wonIn(situation, period) + expectedNewBusiness(situation.wins, period, situation.today, situation.since),
    share: winsIn,
  },
  submission: {
    formula: 'Σ what each rep has submitted up to Commit for exactly this period; nothing when nobody has',
    source: 'The call of the people who know the deals (`POST /forecasts/{period}/submit`)',
    closed: ({ submissions }, period) => {
      const own = submissions.filter(({ from, to }) => from === period.from && to === period.to);
      return own.length === 0 ? null : sumOf(own, ({ amount }) => amount);
    },
    share: () => 0,
  },
};

// A stage that the process no longer has: its deals are in the pipeline and weigh nothing.
const GONE: ConfiguredStage = { probability: 0, category: 'pipeline' };

/** What each method says of a period: complete once all open deals of the situation were added. */
export class PeriodForecasts {
  private readonly fromOpen = new Map<ForecastMethod, number>();

  constructor(
    private readonly situation: Situation,
    private readonly period: DayRange,
  ) {}

  add(deal: ObservedDeal): void {
    const { history, configured, today } = this.situation;
    const visit = currentVisit(deal);
    if (visit === null || deal.category === 'omitted') return;
    const stage = configured(deal.processId, visit.stage) ?? GONE;
    const place = { processId: deal.processId, stage: visit.stage, segment: deal.segment };
    const open = { deal, stage, today, outlook: history.outlook(place, today - visit.from, stage.probability) };
    for (const method of FORECAST_METHODS) {
      const amount = deal.amount * forecastMethods[method].share(open, this.period);
      this.fromOpen.set(method, (this.fromOpen.get(method) ?? 0) + amount);
    }
  }

  /** What will have been won in the period once it is over, in minor units, as the method sees it; null: it does not. */
  of(method: ForecastMethod): number | null {
    const closed = forecastMethods[method].closed(this.situation, this.period);
    return closed === null ? null : Math.round(closed + (this.fromOpen.get(method) ?? 0));
  }
}
