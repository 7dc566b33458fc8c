import { customersAt } from '#customers/customer-versions/customers-at.contract.js';
import type { ReadAt } from '#http/read-at.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import { productProjections, productsAt } from '#products/product-versions/products-at.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { recordsAt } from '#projections/states-at.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import type { ReportGroup } from './report-groups.js';

/** The read models that names come from, beside those of the organisation and of customers. */
export const groupNameProjections = [...productProjections, processVersions];

/** What the record is called that a group is named by; null: the group is known by its own name, or there is no such record. */
export type NameOf = (group: string) => string | null;

const NAMELESS: NameOf = () => null;

type Reads = Readonly<{ readModels: ReadModels; organisation: Organisation; at: ReadAt }>;

export const groupNames = async (group: ReportGroup, { readModels, organisation, at }: Reads): Promise<NameOf> => {
  const { asOf, knownAt } = at;
  switch (group) {
    case 'owner':
      return (id) => organisation.reps.get(id)?.name ?? null;
    case 'team':
      return (id) => organisation.teams.get(id)?.name ?? null;
    case 'customer': {
      const customerOf = await customersAt(readModels, asOf, knownAt);
      return (id) => customerOf(id)?.name ?? null;
    }
    case 'process': {
      const processOf = await recordsAt(readModels, processVersions, asOf, knownAt);
      return (id) => processOf(id)?.name ?? null;
    }
    case 'product': {
      const productOf = await productsAt(readModels, asOf, knownAt);
      return (id) => productOf(id)?.name ?? null;
    }
    case 'model': {
      const productOf = await productsAt(readModels, asOf, knownAt);
      return (of) => {
        const [productId = '', modelId] = of.split('/', 2);
        const product = productOf(productId);
        const model = product?.models.find(({ id }) => id === modelId);
        return product && model ? `${product.name}, ${model.name}` : null;
      };
    }
    default:
      return NAMELESS;
  }
};
