import { customersAt } from '#customers/customer-versions/customers-at.contract.js';
import type { DealPast } from '#deals/deal-figures/deal-figures.contract.js';
import type { Instant } from '#kernel/instant.js';
import { organisationAt } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';

/** By what deals are told apart when it is learned how many of them are won. */
export const SEGMENTS = ['none', 'size', 'product', 'owner', 'team', 'region', 'industry', 'source'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The segment of a deal; null: none. */
export type SegmentOf = (past: DealPast) => string | null;

/**
 * Tells segments as owners and customers were at the instant. By size they are thirds of the deals that were there:
 * small, medium, large.
 */
export const segmentsAt = async (
  segment: Segment,
  readModels: ReadModels,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<(pasts: readonly DealPast[]) => SegmentOf> => {
  switch (segment) {
    case 'none':
      return () => () => null;
    case 'size':
      return sizesAmong;
    case 'product':
      return () =>
        ({ productId }) =>
          productId;
    case 'owner':
      return () =>
        ({ ownerId }) =>
          ownerId;
    case 'team':
    case 'region': {
      const { reps } = await organisationAt(readModels, asOf, knownAt);
      const repOf = ({ ownerId }: DealPast) => (ownerId === null ? undefined : reps.get(ownerId));
      return () => (past) => (segment === 'team' ? repOf(past)?.teamId : repOf(past)?.region) ?? null;
    }
    case 'industry':
    case 'source': {
      const customerOf = await customersAt(readModels, asOf, knownAt);
      return () =>
        ({ customerId }) =>
          customerOf(customerId)?.[segment] ?? null;
    }
  }
};

const sizesAmong = (pasts: readonly DealPast[]): SegmentOf => {
  const sorted = pasts.map(({ amount }) => amount).sort((a, b) => a - b);
  const [first = 0, second = 0] = [1, 2].map((third) => sorted[Math.floor((third * sorted.length) / 3)]);
  return ({ amount }) => (amount < first ? 'small' : amount < second ? 'medium' : 'large');
};
