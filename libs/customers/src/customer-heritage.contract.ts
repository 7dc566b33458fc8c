import { type Handover, type Heritable, type Heritage, handoversOf } from '#people/heritage.contract.js';
import type { Projection } from '#projections/projection.js';
import { scanAll } from '#projections/scan-all.js';
import { stateNow } from '#projections/versions.js';
import { decideAssignCustomer } from './assign-customer/assign-customer.handler.js';
import { customerVersions } from './customer-versions/customer-versions.projection.js';
import type { CustomerAssigned } from './domain/customer.events.js';
import { customerDecider } from './domain/customer.state.js';

const customerHandovers: Projection<CustomerAssigned, Handover> = handoversOf(
  'customers',
  customerDecider.category,
  'CustomerAssigned',
);

/** The customers of a rep, for when they leave. */
export const customerHeritage: Heritage = {
  kind: 'customers',
  owners: customerVersions,
  handovers: customerHandovers as Heritage['handovers'],
  owned: async ({ reads }, ownerId) => {
    const items: Heritable[] = [];
    const range = { index: 'byOwner', equals: { ownerId } };
    for await (const { key, doc } of scanAll(reads.collection(customerVersions.documents), range)) {
      // Who survives is handed over; a merged customer takes no new owner.
      if (stateNow(doc)?.mergedInto === undefined) items.push({ id: key });
    }
    return items;
  },
  reassign: (runner, { id, from, to }, context) => {
    const decide = decideAssignCustomer(runner, { ownerId: to }, context.actor);
    return runner.change(customerDecider, id, context, (customer, deciding) =>
      customer.ownerId === from && customer.mergedInto === undefined ? decide(customer, deciding) : [],
    );
  },
};
