import type { Fact } from './generated-history.js';
import { type At, dayInNewYork, dealParts, ofKind, periodOfDay, recordsAt } from './plain-figures.js';
import { plainSlips } from './plain-paths.js';

// The reports once more, by plain arithmetic over the facts and without any code of the program.

// biome-ignore lint/suspicious/noExplicitAny: records are put together from whatever their facts hold
type Record_ = any;

const DAY = 86_400_000;
const SHARED = ['owner', 'team', 'region'];
const OF_LINES = ['product', 'model'];

export const PLAIN_GROUPS = [
  ...['none', 'owner', 'team', 'region', 'product', 'model', 'source', 'industry', 'customer', 'process', 'quarter'],
] as const;

/** A fiscal period with its days, and when it begins and is over in New York; null: all time. */
export type PlainPeriod = Readonly<{ name: string; from: string; to: string; began: number; over: number }> | null;

/** What counts in which way: `open` and the others are deals as they are to be looked at, each once. */
type Counted = Readonly<{ deal: Record_; times: number; days: readonly number[]; on: string | null }>;

export type PlainSum = { deals: number; amount: number; times: number; days: number[] };

const countedIn = (basis: string, facts: readonly Fact[], at: At, period: PlainPeriod): readonly Counted[] => {
  const deals = ofKind(recordsAt(facts, at), 'deal');
  const [from, to] = [period?.from ?? '0000-01-01', period?.to ?? '9999-12-31'];
  const isIn = (day: string | null): boolean => day !== null && from <= day && day < to;
  const lasted = (deal: Record_, until: number, on: string | null): Counted => {
    return { deal, on, times: 1, days: [(until - deal.openedAt) / DAY] };
  };
  const won = deals.filter(({ status, signedOn }) => status === 'Won' && isIn(signedOn));
  const lost = deals.filter(({ status, closedAt }) => status === 'Lost' && isIn(dayInNewYork(closedAt)));
  const created = deals.filter(({ openedAt }) => isIn(dayInNewYork(openedAt)));
  const end = Math.min(at.asOf, (period?.over ?? Number.POSITIVE_INFINITY) - 1);
  const open = ofKind(recordsAt(facts, { ...at, asOf: end }), 'deal').filter(({ status }) => status === 'Open');
  switch (basis) {
    case 'won':
      return won.map((deal) => lasted(deal, deal.closedAt, deal.signedOn));
    case 'lost':
      return lost.map((deal) => lasted(deal, deal.closedAt, dayInNewYork(deal.closedAt)));
    case 'created':
      return created.map((deal) => lasted(deal, at.asOf, dayInNewYork(deal.openedAt)));
    case 'open':
      return open.map((deal) => lasted(deal, at.asOf, deal.expectedCloseOn));
  }
  const slips = plainSlips(facts, at, from, to, null);
  if (basis === 'overdue') {
    const overdue = new Set(slips.filter(({ isOpen }) => isOpen).map(({ dealId }) => dealId));
    const still = deals.filter(({ dealId }) => overdue.has(dealId));
    return still.map((deal) => ({ deal, times: 1, days: [], on: deal.expectedCloseOn }));
  }
  const ofKindOf = slips.filter(({ kind }) => kind === basis);
  return [...new Set(ofKindOf.map(({ dealId }) => dealId))].map((dealId) => {
    const own = ofKindOf.filter((slip) => slip.dealId === dealId).sort((a, b) => a.at - b.at);
    const last = own.at(-1) as (typeof own)[number];
    const on = basis === 'slipped' ? last.from : dayInNewYork(last.at);
    return { deal: last.record, times: own.length, days: own.map(({ days }) => days), on };
  });
};

/** Sums by `group|second`, of what counts in one way. With `filter` only the parts that it is true of. */
export const plainReport = (
  facts: readonly Fact[],
  at: At,
  asked: Readonly<{ basis: string; period: PlainPeriod; group: string; second: string | null; owner: string | null }>,
): ReadonlyMap<string, PlainSum> => {
  const { basis, period, group, second, owner } = asked;
  const records = recordsAt(facts, at);
  const groups = second === null ? [group] : [group, second];
  const apart = {
    byLine: groups.some((each) => OF_LINES.includes(each)),
    byShare: owner !== null || groups.some((each) => SHARED.includes(each)),
  };
  const sums = new Map<string, PlainSum>();
  for (const { deal, times, days, on } of countedIn(basis, facts, at, period)) {
    const customer = records.get(`customer-${deal.customerId}`);
    const counted = new Set<string>();
    for (const { ownerId, line, amount } of dealParts(deal, apart)) {
      if (owner !== null && ownerId !== owner) continue;
      const nameOf = (each: string): string | null => {
        const rep = records.get(`rep-${ownerId}`);
        switch (each) {
          case 'owner':
            return ownerId;
          case 'team':
            return rep?.teamId ?? null;
          case 'region':
            return rep?.region ?? customer?.region ?? null;
          case 'product':
            return line?.productId ?? null;
          case 'model':
            return line?.model ? `${line.productId}/${line.model}` : null;
          case 'source':
          case 'industry':
            return customer?.[each] ?? null;
          case 'customer':
            return deal.customerId;
          case 'process':
            return deal.processId;
          case 'quarter':
            return on && periodOfDay(on, 'quarter');
          default:
            return null;
        }
      };
      const names = groups.map(nameOf);
      for (const key of ['total', ...names.map((_, place) => names.slice(0, place + 1).join('|'))]) {
        const sum = sums.get(key) ?? { deals: 0, amount: 0, times: 0, days: [] };
        sums.set(key, sum);
        sum.amount += amount;
        if (counted.has(key)) continue;
        counted.add(key);
        sum.deals += 1;
        sum.times += times;
        sum.days.push(...days);
      }
    }
  }
  return sums;
};
