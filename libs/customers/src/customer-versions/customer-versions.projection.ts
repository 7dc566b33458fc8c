import { versionsOf } from '#projections/versions.js';
import { customerDecider } from '../domain/customer.state.js';

/** As names are ordered: collations differ between stores, so case is taken out here. */
export const nameKey = (name: string): string => name.toLowerCase();

/** Who each customer is, and was, and who looked after them. */
export const customerVersions = versionsOf(customerDecider, {
  name: 'customer-versions',
  version: 3,
  holdsPersonalData: true,
  columns: {
    ...{ ownerId: 'text', name: 'text', industry: 'text', region: 'text', source: 'text' },
    ...{ erasure: 'text', mergedInto: 'text' },
  },
  indexes: { byOwner: ['ownerId', 'name'], byName: ['name'], byErasure: ['erasure'], byMergedInto: ['mergedInto'] },
  columnsOf: ({ ownerId, name, industry, region, source, erasure = null, mergedInto = null }) => ({
    ownerId,
    name: nameKey(name),
    industry,
    region,
    source,
    erasure,
    mergedInto,
  }),
});
