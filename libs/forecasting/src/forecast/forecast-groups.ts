import { customerProjections, customersAt } from '#customers/customer-versions/customers-at.contract.js';
import type { Dimension } from '#deals/deal-history/deal-figures.contract.js';
import type { Instant } from '#kernel/instant.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import type { ReadStore } from '#read-store/read-store.js';

export const FORECAST_GROUPS = ['none', 'owner', 'team', 'region', 'product', 'source', 'industry'] as const;
export type ForecastGroup = (typeof FORECAST_GROUPS)[number];

/** What deals are summed by in the store, so that each sum belongs to one group. */
export const dimensionsOf: Readonly<Record<ForecastGroup, readonly Dimension[]>> = {
  none: [],
  owner: ['ownerId'],
  team: ['ownerId'],
  region: ['ownerId', 'customerId'],
  product: ['productId'],
  source: ['customerId'],
  industry: ['customerId'],
};

/** The read models that tell the group, beside those of deals and of the organisation. */
export const groupProjections = (group: ForecastGroup): readonly AnyProjection[] =>
  dimensionsOf[group].includes('customerId') ? customerProjections : [];

type Values = readonly (string | null)[];
type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/**
 * Tells the group of a sum from the values of its dimensions, as reps and customers were at the instant: the team of
 * the owner, the region of the owner or else of the customer.
 * @param found the values of all sums, so that only their customers are read
 */
export const grouping = async (
  group: ForecastGroup,
  found: readonly Values[],
  { reps }: Organisation,
  store: ReadStore,
  { asOf, knownAt }: At,
): Promise<(of: Values) => string | null> => {
  const rep = (id: string | null | undefined) => (id == null ? undefined : reps.get(id));
  const at = dimensionsOf[group].indexOf('customerId');
  const ids = at === -1 ? [] : [...new Set(found.map((of) => of[at] ?? null))].filter((id) => id !== null);
  const customers = ids.length === 0 ? new Map<string, never>() : await customersAt(store, ids, asOf, knownAt);
  const customer = (of: Values) => customers.get(of[at] ?? '');
  switch (group) {
    case 'none':
      return () => null;
    case 'owner':
    case 'product':
      return ([id]) => id ?? null;
    case 'team':
      return ([ownerId]) => rep(ownerId)?.teamId ?? null;
    case 'region':
      return (of) => rep(of[0])?.region ?? customer(of)?.region ?? null;
    case 'source':
      return (of) => customer(of)?.source ?? null;
    case 'industry':
      return (of) => customer(of)?.industry ?? null;
  }
};
