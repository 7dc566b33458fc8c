import { medianOf } from '#kernel/median.js';

/**
 * Which deals a figure is made of: won or lost in the period, opened in it, open at its end; `due`: open and expected to
 * close in it; those whose expected close date slipped, was pushed out of it or postponed, and those that are past it.
 */
export const BASES = ['won', 'lost', 'created', 'open', 'due', 'slipped', 'pushed', 'postponed', 'overdue'] as const;
export type Basis = (typeof BASES)[number];

/** Of the deals of one basis in one group: how many, their amount in minor units, the days of each, and their pieces. */
export type Sum = Readonly<{
  deals: number;
  amount: number;
  days: readonly number[];
  quantity: number;
  /** How often it happened to them. */
  times: number;
}>;

/** `quota`: of the group, in minor units; null: there is none. */
export type Sums = Readonly<Record<Basis, Sum>> & Readonly<{ quota: number | null }>;

const NOTHING: Sum = { deals: 0, amount: 0, days: [], quantity: 0, times: 0 };

/** Of the bases there are sums of; of the others there are no deals. */
export const sumsOf = (found: Readonly<Partial<Record<Basis, Sum>>>, quota: number | null = null): Sums => ({
  won: found.won ?? NOTHING,
  lost: found.lost ?? NOTHING,
  created: found.created ?? NOTHING,
  open: found.open ?? NOTHING,
  due: found.due ?? NOTHING,
  slipped: found.slipped ?? NOTHING,
  pushed: found.pushed ?? NOTHING,
  postponed: found.postponed ?? NOTHING,
  overdue: found.overdue ?? NOTHING,
  quota,
});

/** `money` and `moneyPerDay` are minor units of the company's currency, a `share` is 0 to 1, a `ratio` 0 or more. */
export type MeasureKind = 'count' | 'money' | 'moneyPerDay' | 'share' | 'ratio' | 'days';

type Measure = Readonly<{ kind: MeasureKind; formula: string; of: (sums: Sums) => number | null }>;

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const tenths = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);
const rounded = (amount: number | null): number | null => (amount === null ? null : Math.round(amount));
const meanOf = (days: readonly number[]): number | null =>
  ratio(
    days.reduce((sum, each) => sum + each, 0),
    days.length,
  );

const winRate = ({ won, lost }: Sums): number | null => ratio(won.deals, won.deals + lost.deals);

/** Open deals × win rate × average won amount ÷ average cycle of won deals, in minor units a day. */
const velocity = (sums: Sums): number | null => {
  const { won, open } = sums;
  const [rate, amount, cycle] = [winRate(sums), ratio(won.amount, won.deals), meanOf(won.days)];
  if (rate === null || amount === null || !cycle) return null;
  return Math.round((open.deals * rate * amount) / cycle);
};

const remaining = ({ quota, won }: Sums): number | null => (quota === null ? null : Math.max(0, quota - won.amount));

/** The definitions of product.md: win rate by close date, sales velocity, coverage, cycle from opening to closing. */
export const measures = {
  wonDeals: { kind: 'count', formula: 'deals won in the period', of: ({ won }) => won.deals },
  wonAmount: { kind: 'money', formula: 'their amount', of: ({ won }) => won.amount },
  wonQuantity: { kind: 'count', formula: 'pieces on the lines of deals won', of: ({ won }) => won.quantity },
  averageWonAmount: {
    ...{ kind: 'money', formula: 'won amount ÷ won deals' },
    of: ({ won }) => rounded(ratio(won.amount, won.deals)),
  },
  lostDeals: { kind: 'count', formula: 'deals lost in the period', of: ({ lost }) => lost.deals },
  lostAmount: { kind: 'money', formula: 'their amount', of: ({ lost }) => lost.amount },
  winRate: { kind: 'share', formula: 'won ÷ (won + lost), deals', of: winRate },
  winRateByAmount: {
    ...{ kind: 'share', formula: 'won ÷ (won + lost), amount' },
    of: ({ won, lost }) => ratio(won.amount, won.amount + lost.amount),
  },
  averageCycleDays: {
    ...{ kind: 'days', formula: 'mean days from opening to winning' },
    of: ({ won }) => tenths(meanOf(won.days)),
  },
  medianCycleDays: {
    ...{ kind: 'days', formula: 'median days from opening to winning' },
    of: ({ won }) => tenths(medianOf(won.days)),
  },
  averageLossDays: {
    ...{ kind: 'days', formula: 'mean days from opening to losing' },
    of: ({ lost }) => tenths(meanOf(lost.days)),
  },
  medianLossDays: {
    ...{ kind: 'days', formula: 'median days from opening to losing' },
    of: ({ lost }) => tenths(medianOf(lost.days)),
  },
  createdDeals: { kind: 'count', formula: 'deals opened in the period', of: ({ created }) => created.deals },
  createdAmount: { kind: 'money', formula: 'their amount, as of asOf', of: ({ created }) => created.amount },
  openDeals: { kind: 'count', formula: 'deals open at the end of the period, or asOf', of: ({ open }) => open.deals },
  openAmount: { kind: 'money', formula: 'their amount', of: ({ open }) => open.amount },
  averageAgeDays: {
    ...{ kind: 'days', formula: 'mean days since their opening' },
    of: ({ open }) => tenths(meanOf(open.days)),
  },
  velocity: {
    ...{ kind: 'moneyPerDay', formula: 'open deals × win rate × average won amount ÷ average cycle' },
    of: velocity,
  },
  coverage: {
    ...{ kind: 'ratio', formula: 'due amount ÷ remaining quota; null when nothing remains' },
    of: (sums) => ratio(sums.due.amount, remaining(sums) ?? 0),
  },
  dueDeals: { kind: 'count', formula: 'open deals expected to close in the period', of: ({ due }) => due.deals },
  dueAmount: { kind: 'money', formula: 'their amount', of: ({ due }) => due.amount },
  quota: { kind: 'money', formula: 'quota of the period', of: ({ quota }) => quota },
  remainingQuota: { kind: 'money', formula: 'quota − won amount, 0 at least', of: remaining },
  attainment: {
    ...{ kind: 'ratio', formula: 'won amount ÷ quota' },
    of: ({ quota, won }) => ratio(won.amount, quota ?? 0),
  },
  slippedDeals: {
    ...{ kind: 'count', formula: 'deals that were open past an expected close date in the period' },
    of: ({ slipped }) => slipped.deals,
  },
  slippedAmount: { kind: 'money', formula: 'their amount, at the last time', of: ({ slipped }) => slipped.amount },
  slippedTimes: { kind: 'count', formula: 'how often they slipped', of: ({ slipped }) => slipped.times },
  medianDaysSlipped: {
    ...{ kind: 'days', formula: 'median days past the date' },
    of: ({ slipped }) => tenths(medianOf(slipped.days)),
  },
  pushedDeals: { kind: 'count', formula: 'deals postponed beyond the period', of: ({ pushed }) => pushed.deals },
  pushedAmount: { kind: 'money', formula: 'their amount, at the last time', of: ({ pushed }) => pushed.amount },
  postponedDeals: {
    ...{ kind: 'count', formula: 'deals whose expected close date was moved to a later one in the period' },
    of: ({ postponed }) => postponed.deals,
  },
  postponedAmount: {
    ...{ kind: 'money', formula: 'their amount, at the last time' },
    of: ({ postponed }) => postponed.amount,
  },
  postponedTimes: { kind: 'count', formula: 'how often it was moved', of: ({ postponed }) => postponed.times },
  medianDaysPostponed: {
    ...{ kind: 'days', formula: 'median days by which it was moved' },
    of: ({ postponed }) => tenths(medianOf(postponed.days)),
  },
  overdueDeals: {
    ...{ kind: 'count', formula: 'deals open and past such a date, at asOf' },
    of: ({ overdue }) => overdue.deals,
  },
  overdueAmount: { kind: 'money', formula: 'their amount', of: ({ overdue }) => overdue.amount },
} satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof measures;

export const measureOf = (name: MeasureName): Measure => measures[name];
