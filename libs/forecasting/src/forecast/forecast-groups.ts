import { customerProjections, customersAt } from '#customers/customer-versions/customers-at.contract.js';
import { byColumn, type Grouping } from '#deals/deal-figures/deal-figures.contract.js';
import type { Instant } from '#kernel/instant.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import type { ReadModels } from '#projections/read-models.js';

export const FORECAST_GROUPS = ['none', 'owner', 'team', 'region', 'product', 'source', 'industry'] as const;
export type ForecastGroup = (typeof FORECAST_GROUPS)[number];

const OF_CUSTOMERS: readonly ForecastGroup[] = ['region', 'source', 'industry'];

/** The read models that tell the group, beside those of deals and of the organisation. */
export const groupProjections = (group: ForecastGroup): readonly AnyProjection[] =>
  OF_CUSTOMERS.includes(group) ? customerProjections : [];

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/**
 * Tells the group of a deal, as reps and customers were at the instant: the team of the owner, the region of the owner
 * or else of the customer.
 */
export const grouping = async (
  group: ForecastGroup,
  { reps }: Organisation,
  readModels: ReadModels,
  { asOf, knownAt }: At,
): Promise<Grouping> => {
  const repOf = (id: string | null | undefined) => (id == null ? undefined : reps.get(id));
  switch (group) {
    case 'none':
      return { columns: [], as: () => null };
    case 'owner':
      return byColumn('ownerId');
    case 'product':
      return byColumn('productId');
    case 'team':
      return { columns: ['ownerId'], as: (ownerId) => repOf(ownerId)?.teamId ?? null };
    case 'region': {
      const customerOf = await customersAt(readModels, asOf, knownAt);
      return {
        columns: ['ownerId', 'customerId'],
        as: (ownerId, customerId) => repOf(ownerId)?.region ?? customerOf(customerId ?? '')?.region ?? null,
      };
    }
    case 'source':
    case 'industry': {
      const customerOf = await customersAt(readModels, asOf, knownAt);
      return { columns: ['customerId'], as: (customerId) => customerOf(customerId ?? '')?.[group] ?? null };
    }
  }
};
