/** Which deals a figure is made of: won or lost in the period, opened in it, open at its end. */
export const BASES = ['won', 'lost', 'created', 'open'] as const;
export type Basis = (typeof BASES)[number];

/** Of the deals of one basis in one group: how many, their amount in minor units, and their days and pieces. */
export type Sum = { deals: number; amount: number; days: number; quantity: number };
export type Sums = Readonly<Record<Basis, Readonly<Sum>>>;

export const noSums = (): Record<Basis, Sum> => {
  const none = (): Sum => ({ deals: 0, amount: 0, days: 0, quantity: 0 });
  return { won: none(), lost: none(), created: none(), open: none() };
};

/** `money` and `moneyPerDay` are minor units of the company's currency, a `share` is 0 to 1. */
export type MeasureKind = 'count' | 'money' | 'moneyPerDay' | 'share' | 'days';

type Measure = Readonly<{ kind: MeasureKind; formula: string; of: (sums: Sums) => number | null }>;

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const tenths = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);
const rounded = (amount: number | null): number | null => (amount === null ? null : Math.round(amount));

const winRate = ({ won, lost }: Sums): number | null => ratio(won.deals, won.deals + lost.deals);

/** Open deals × win rate × average won amount ÷ average cycle of won deals, in minor units a day. */
const velocity = (sums: Sums): number | null => {
  const { won, open } = sums;
  const [rate, amount, cycle] = [winRate(sums), ratio(won.amount, won.deals), ratio(won.days, won.deals)];
  if (rate === null || amount === null || !cycle) return null;
  return Math.round((open.deals * rate * amount) / cycle);
};

/** The definitions of product.md: win rate by close date, sales velocity, cycle from opening to closing. */
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
    of: ({ won }) => tenths(ratio(won.days, won.deals)),
  },
  averageLossDays: {
    ...{ kind: 'days', formula: 'mean days from opening to losing' },
    of: ({ lost }) => tenths(ratio(lost.days, lost.deals)),
  },
  createdDeals: { kind: 'count', formula: 'deals opened in the period', of: ({ created }) => created.deals },
  createdAmount: { kind: 'money', formula: 'their amount, as of asOf', of: ({ created }) => created.amount },
  openDeals: { kind: 'count', formula: 'deals open at the end of the period, or asOf', of: ({ open }) => open.deals },
  openAmount: { kind: 'money', formula: 'their amount', of: ({ open }) => open.amount },
  averageAgeDays: {
    ...{ kind: 'days', formula: 'mean days since their opening' },
    of: ({ open }) => tenths(ratio(open.days, open.deals)),
  },
  velocity: {
    ...{ kind: 'moneyPerDay', formula: 'open deals × win rate × average won amount ÷ average cycle' },
    of: velocity,
  },
} satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof measures;

export const measureOf = (name: MeasureName): Measure => measures[name];
