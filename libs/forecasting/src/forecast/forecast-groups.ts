import { customerProjections, customersAt } from '#customers/customer-versions/customers-at.contract.js';
import { byColumn, type Grouping, onlyIn } from '#deals/deal-figures/deal-figures.contract.js';
import type { Instant } from '#kernel/instant.js';
import { membersOf, type Organisation } from '#people/people-directory/organisation.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import type { ReadModels } from '#projections/read-models.js';

/** What deals can be told apart by. */
export const FORECAST_DIMENSIONS = [
  'owner',
  'team',
  'region',
  'product',
  'model',
  'source',
  'industry',
  'customer',
  'process',
] as const;
export type ForecastDimension = (typeof FORECAST_DIMENSIONS)[number];

export const FORECAST_GROUPS = ['none', ...FORECAST_DIMENSIONS] as const;
export type ForecastGroup = (typeof FORECAST_GROUPS)[number];

/** Only deals with these; of `team` also those of the teams below it. */
export type ForecastFilter = Readonly<Partial<Record<ForecastDimension, string>>>;

const OF_CUSTOMERS: readonly ForecastGroup[] = ['region', 'source', 'industry'];

/** The read models that tell the groups, beside those of deals and of the organisation. */
export const groupProjections = (groups: readonly ForecastGroup[]): readonly AnyProjection[] =>
  groups.some((group) => OF_CUSTOMERS.includes(group)) ? customerProjections : [];

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
    case 'model':
      return {
        columns: ['productId', 'model'],
        as: (productId, model) => (productId == null || model == null ? null : `${productId}/${model}`),
      };
    case 'customer':
      return byColumn('customerId');
    case 'process':
      return byColumn('processId');
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

/** Groupings that leave out what the filter does. */
export const filterGroupings = (
  filter: ForecastFilter,
  organisation: Organisation,
  readModels: ReadModels,
  at: At,
): Promise<readonly Grouping[]> =>
  Promise.all(
    Object.entries(filter).map(async ([name, wanted]): Promise<Grouping> => {
      const dimension = name as ForecastDimension;
      if (dimension === 'team') {
        const members = new Set(membersOf(organisation, wanted));
        return { columns: ['ownerId'], as: (ownerId) => (members.has(ownerId ?? '') ? null : undefined) };
      }
      return onlyIn(await grouping(dimension, organisation, readModels, at), wanted);
    }),
  );
