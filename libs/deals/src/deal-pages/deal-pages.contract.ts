import type { PageOrder } from '#read-store/cursor-page.js';

type Amounted = Readonly<{ dealId: string; amount: number }>;

/** The deals with the largest amounts first, among equals by id. Amounts are not negative. */
export const largestFirst: PageOrder<Amounted> = {
  compare: (a, b) => b.amount - a.amount || textOrder(a.dealId, b.dealId),
  cursorOf: ({ amount, dealId }) => `${amount}.${dealId}`,
  placeOf: (cursor) => {
    const match = /^(\d{1,16})\.(.+)$/.exec(cursor);
    return match && { amount: Number(match[1]), dealId: match[2] ?? '' };
  },
};

/** What happened to a deal: when, in milliseconds since 1970, and by which of its events. */
type Happened = Readonly<{ at: number; revision: number; dealId: string }>;

/** The latest first, among equals by deal, then by revision. */
export const latestFirst: PageOrder<Happened> = {
  compare: (a, b) => b.at - a.at || textOrder(a.dealId, b.dealId) || b.revision - a.revision,
  cursorOf: ({ at, revision, dealId }) => `${at}.${revision}.${dealId}`,
  placeOf: (cursor) => {
    const match = /^(-?\d{1,16})\.(\d{1,16})\.(.+)$/.exec(cursor);
    return match && { at: Number(match[1]), revision: Number(match[2]), dealId: match[3] ?? '' };
  },
};

const textOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
