import { type Handover, type Heritable, type Heritage, handoversOf } from '#people/heritage.contract.js';
import type { Projection } from '#projections/projection.js';
import { scanAll } from '#projections/scan-all.js';
import { dealHistory } from './deal-history/deal-history.projection.js';
import type { DealReassigned } from './domain/deal.events.js';
import { dealDecider } from './domain/deal.state.js';
import { decideReassignDeal } from './reassign-deal/reassign-deal.handler.js';

const dealHandovers: Projection<DealReassigned, Handover> = handoversOf(
  'deals',
  dealDecider.category,
  'DealReassigned',
);

/** The open deals of a rep, for when they leave: dealt out so that the amounts come close to the shares too. */
export const dealHeritage: Heritage = {
  kind: 'deals',
  owners: dealHistory,
  handovers: dealHandovers as Heritage['handovers'],
  owned: async (store, ownerId) => {
    const items: Heritable[] = [];
    const range = { index: 'byOwner', equals: { ownerId, status: 'Open' } };
    for await (const { key, doc } of scanAll(store.collection(dealHistory.documents), range)) {
      items.push({ id: key, weight: doc.amount });
    }
    return items;
  },
  reassign: (runner, { id, from, to }, context) => {
    const decide = decideReassignDeal(runner, { ownerId: to }, context.actor);
    return runner.change(dealDecider, id, context, (deal, deciding) =>
      deal.ownerId === from && deal.status === 'Open' ? decide(deal, deciding) : [],
    );
  },
};
