import { customersAt } from '#customers/customer-versions/customers-at.contract.js';
import type { DealPast, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import type { Instant } from '#kernel/instant.js';
import { organisationAt } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';

/** By what deals are told apart when it is learned how many of them are won. */
export const SEGMENTS = ['none', 'size', 'product', 'owner', 'team', 'region', 'industry', 'source'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The segment of a deal; null: none. */
export type SegmentOf = (deal: SpanView) => string | null;

type Segmented = Readonly<{
  /** Must see all deals before one is told apart; null: each is by itself. */
  among: ((past: DealPast) => void) | null;
  of: SegmentOf;
}>;

/**
 * Tells segments as owners and customers were at the instant. By size they are thirds of the deals that were there:
 * small, medium, large.
 */
export const segmentsAt = async (
  segment: Segment,
  readModels: ReadModels,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<Segmented> => {
  switch (segment) {
    case 'none':
      return { among: null, of: () => null };
    case 'size':
      return bySize();
    case 'product':
      return { among: null, of: ({ firstProductId }) => firstProductId };
    case 'owner':
      return { among: null, of: ({ ownerId }) => ownerId };
    case 'team':
    case 'region': {
      const { reps } = await organisationAt(readModels, asOf, knownAt);
      const repOf = ({ ownerId }: SpanView) => (ownerId === null ? undefined : reps.get(ownerId));
      return { among: null, of: (deal) => (segment === 'team' ? repOf(deal)?.teamId : repOf(deal)?.region) ?? null };
    }
    case 'industry':
    case 'source': {
      const customerOf = await customersAt(readModels, asOf, knownAt);
      return { among: null, of: ({ customerId }) => customerOf(customerId)?.[segment] ?? null };
    }
  }
};

const bySize = (): Segmented => {
  const amounts: number[] = [];
  const thirds = (): readonly [number, number] => {
    const sorted = Float64Array.from(amounts).sort();
    const [first = 0, second = 0] = [1, 2].map((third) => sorted[Math.floor((third * sorted.length) / 3)]);
    return [first, second];
  };
  let found: readonly [number, number] | null = null;
  return {
    among: ({ deal }) => amounts.push(deal.amount),
    of: ({ amount }) => {
      found ??= thirds();
      return amount < found[0] ? 'small' : amount < found[1] ? 'medium' : 'large';
    },
  };
};
