import {
  instant,
  listPrice,
  managerOf,
  type Opportunity,
  openedOn,
  opportunities,
  regionOf,
  sectorOf,
} from './crm-sales-facts.js';

// Arithmetic over the lines of the files, without any code of the program. What is checked by it, for each month and
// quarter of 2017 and the year:
//
// | figures                                               | by                                   | spec              |
// | ----------------------------------------------------- | ------------------------------------ | ----------------- |
// | closed; open, weighted as of each month's end         | any of the dimensions, closed by two | crm-sales         |
// | board as of each month's end, waterfall, conversion   | all, manager, rep                    | crm-sales         |
// | every report                                          | each dimension, and its own group    | crm-sales-reports |
// | quota, attainment, coverage                           | all, manager, rep                    | crm-sales-people  |
// | performance, leaderboards                             | rep, of each manager                 | crm-sales-people  |

export const MONTHS = Array.from({ length: 12 }, (_, month) => `2017-${String(month + 1).padStart(2, '0')}`);
export const QUARTERS = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];
export const PERIODS = [...MONTHS, ...QUARTERS, '2017'];

/** The last day of the files: everything is asked as of then, but for what stood at an earlier end. */
export const TODAY = '2017-12-31';
export const at = (day: string) => ({
  asOf: `${day}T00:00:00.000Z`,
  knownAt: '2021-01-01T00:00:00.000Z',
  latest: false,
});

export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const isIn = (period: string, day: string): boolean =>
  period.includes('Q') ? quarterOf(day) === period : day.startsWith(period);

/** The months that a period is made of. */
export const monthsOf = (period: string): readonly string[] => MONTHS.filter((month) => isIn(period, month));

const dayBefore = (day: string): string => new Date(instant(day) - 86_400_000).toISOString().slice(0, 10);
export const firstDayOf = (period: string): string => `${monthsOf(period)[0]}-01`;
export const dayAfter = (period: string): string => {
  const last = monthsOf(period).at(-1) ?? '';
  return last === '2017-12' ? '2018-01-01' : `${MONTHS[MONTHS.indexOf(last) + 1]}-01`;
};
export const lastDayOf = (period: string): string => dayBefore(dayAfter(period));

type Member = (deal: Opportunity) => string | null;

/** What deals are told apart by. */
export const DIMENSIONS = {
  owner: ({ agent }) => agent,
  team: ({ agent }) => managerOf.get(agent) ?? null,
  region: ({ agent }) => regionOf.get(agent) ?? null,
  product: ({ product }) => product,
  industry: ({ account }) => sectorOf.get(account) ?? null,
} as const satisfies Readonly<Record<string, Member>>;
export type Dimension = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[];

export const groupedBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

const isClosedBy = ({ closedOn }: Opportunity, day: string): boolean => closedOn !== '' && closedOn <= day;
export const isWonBy = (deal: Opportunity, day: string): boolean => deal.stage === 'Won' && isClosedBy(deal, day);
export const isOpenOn = (deal: Opportunity, day: string): boolean => openedOn(deal) <= day && !isClosedBy(deal, day);

const closedIn = (stage: string, period: string): readonly Opportunity[] =>
  opportunities.filter((deal) => deal.stage === stage && isClosedBy(deal, TODAY) && isIn(period, deal.closedOn));

export const won = (period: string): readonly Opportunity[] => closedIn('Won', period);
export const lost = (period: string): readonly Opportunity[] => closedIn('Lost', period);
export const created = (period: string): readonly Opportunity[] =>
  opportunities.filter((deal) => openedOn(deal) <= TODAY && isIn(period, openedOn(deal)));
export const openOn = (day: string): readonly Opportunity[] => opportunities.filter((deal) => isOpenOn(deal, day));

export const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** In dollars: what won deals brought, and what others are listed at. */
export const major = (deals: readonly Opportunity[]): number => sum(deals, ({ value }) => value);
export const list = (deals: readonly Opportunity[]): number => sum(deals, listPrice);
export const worth = (deals: readonly Opportunity[]): number =>
  sum(deals, (deal) => (isWonBy(deal, TODAY) ? deal.value : listPrice(deal)));

export const rate = (part: number, other: number): number | null => (part + other === 0 ? null : part / (part + other));

/** From opening to closing. */
export const daysOf = (deals: readonly Opportunity[]): readonly number[] =>
  deals.map((deal) => (instant(deal.closedOn) - instant(openedOn(deal))) / 86_400_000);
/** From opening until today. */
export const agesOf = (deals: readonly Opportunity[]): readonly number[] =>
  deals.map((deal) => (instant(TODAY) - instant(openedOn(deal))) / 86_400_000);
export const mean = (days: readonly number[]): number | null =>
  days.length === 0 ? null : sum(days, (each) => each) / days.length;
export const tenths = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);
export const middle = (days: readonly number[]): number | null => {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

export const cents = (amount: number) => ({ amount, currency: 'USD' });
