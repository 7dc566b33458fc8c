import { type CompanyMoney, companyMoneyAt } from '#company/exchange-rates/company-money.contract.js';
import { NoExchangeRate } from '#kernel/exchange-rates.js';
import { instantOf } from '#kernel/instant.js';
import {
  type Handover,
  type Heritable,
  type Heritage,
  type HeritageSources,
  handoversOf,
} from '#people/heritage.contract.js';
import type { Projection } from '#projections/projection.js';
import { scanAll } from '#projections/scan-all.js';
import { type DealHistory, dealHistory } from './deal-history/deal-history.projection.js';
import { companyAmountOf } from './deal-record/deal-view.js';
import type { DealReassigned } from './domain/deal.events.js';
import { dealDecider } from './domain/deal.state.js';
import { decideReassignDeal } from './reassign-deal/reassign-deal.handler.js';

const dealHandovers: Projection<DealReassigned, Handover> = handoversOf(
  'deals',
  dealDecider.category,
  'DealReassigned',
);

const moneyNow = ({ readModels, settings }: HeritageSources): Promise<CompanyMoney> => {
  const now = instantOf(Date.now());
  return companyMoneyAt(readModels, settings, { asOf: now, knownAt: now });
};

/** By its amount in the company's currency; what nothing tells the worth of keeps no handover from happening. */
const weighed = ({ dealId: id, versions }: DealHistory, money: CompanyMoney): Heritable => {
  try {
    return { id, weight: companyAmountOf(versions.latest, money).amount };
  } catch (error) {
    if (error instanceof NoExchangeRate) return { id, weight: 0 };
    throw error;
  }
};

/** The open deals of a rep, for when they leave: dealt out so that the amounts come close to the shares too. */
export const dealHeritage: Heritage = {
  kind: 'deals',
  owners: dealHistory,
  handovers: dealHandovers as Heritage['handovers'],
  owned: async (sources, ownerId) => {
    const money = await moneyNow(sources);
    const items: Heritable[] = [];
    const range = { index: 'byOwner', equals: { ownerId, status: 'Open' } };
    for await (const { doc } of scanAll(sources.reads.collection(dealHistory.documents), range)) {
      items.push(weighed(doc, money));
    }
    return items;
  },
  weigh: async (sources, ids) => {
    const money = await moneyNow(sources);
    const collection = sources.reads.collection(dealHistory.documents);
    const entries = await collection.getMany(ids);
    return [...entries.values()].map(({ doc }) => weighed(doc, money));
  },
  reassign: (runner, { id, from, to }, context) => {
    const decide = decideReassignDeal(runner, { ownerId: to }, context.actor);
    return runner.change(dealDecider, id, context, (deal, deciding) =>
      deal.ownerId === from && deal.status === 'Open' ? decide(deal, deciding) : [],
    );
  },
};
