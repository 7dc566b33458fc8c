import { customerProjections, customersAt } from '#customers/customer-versions/customers-at.contract.js';
import type { DealPast, DealPastState } from '#deals/deal-history/deal-pasts.contract.js';
import type { Instant } from '#kernel/instant.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import type { ReadStore } from '#read-store/read-store.js';

/** By what deals are told apart when it is learned how many of them are won. */
export const SEGMENTS = ['none', 'size', 'product', 'owner', 'team', 'region', 'industry', 'source'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The read models that segments are read from. */
export const segmentProjections = [...organisationProjections, ...customerProjections];

type Seen = Readonly<{ past: DealPast; state: DealPastState }>;

/**
 * The segment of each deal, as owners and customers were at the instant. By size they are thirds: small, medium, large
 * among the deals that were seen.
 */
export const segmentsOf = async (
  segment: Segment,
  seen: readonly Seen[],
  store: ReadStore,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<(seen: Seen) => string | null> => {
  switch (segment) {
    case 'none':
      return () => null;
    case 'size':
      return sizeAmong(seen.map(({ state }) => state.amount.amount));
    case 'product':
      return ({ state }) => state.lines[0]?.productId ?? null;
    case 'owner':
      return ({ state }) => state.ownerId;
    case 'team':
    case 'region': {
      const { reps } = await organisationAt(store, asOf, knownAt);
      return ({ state }) => {
        const rep = reps.get(state.ownerId ?? '');
        return (segment === 'team' ? rep?.teamId : rep?.region) ?? null;
      };
    }
    case 'industry':
    case 'source': {
      const ids = [...new Set(seen.map(({ past }) => past.customerId))];
      const customers = await customersAt(store, ids, asOf, knownAt);
      return ({ past }) => customers.get(past.customerId)?.[segment] ?? null;
    }
  }
};

const sizeAmong = (amounts: readonly number[]): ((seen: Seen) => string) => {
  const sorted = amounts.toSorted((a, b) => a - b);
  const [first = 0, second = 0] = [1, 2].map((third) => sorted[Math.floor((third * sorted.length) / 3)]);
  return ({ state: { amount } }) => (amount.amount < first ? 'small' : amount.amount < second ? 'medium' : 'large');
};
