import { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { ExchangeRates } from '#kernel/exchange-rates.js';
import { instantOf } from '#kernel/instant.js';
import { dealsOf } from '../deal-figures/deal-figures.contract.js';
import type { DealHistory } from '../deal-history/deal-history.projection.js';
import { withVersion } from '../deal-history/version-chain.js';
import type { DealPath } from './deal-path.js';

type Version = DealHistory['versions']['latest'];
type Chain = DealHistory['versions'];

/** What a deal came into, and since when, in milliseconds since 1970. */
export type ToldState = Pick<Version, 'status' | 'stage' | 'ownerId' | 'expectedCloseOn' | 'split'> &
  Readonly<{ from: number; amount: number }>;

/** What a specification tells of a deal: its states, oldest first, each until the next one. */
export type ToldDeal = Readonly<{ dealId: string; states: readonly ToldState[] }>;

/** Visits the paths of the deals until `asOf`, in milliseconds since 1970. */
export const eachPathOf =
  (deals: readonly ToldDeal[], asOf: number) =>
  (visit: (path: DealPath) => void): void => {
    const at = instantOf(asOf);
    const money = new CompanyMoney(new ExchangeRates('USD', new Map()), 'UTC', at.slice(0, 10));
    const all = { processId: null, began: { from: null, to: null } };
    dealsOf(deals.map(historyOf), money, { asOf: at, knownAt: at }).eachPath(all, visit);
  };

const historyOf = ({ dealId, states }: ToldDeal): Pick<DealHistory, 'dealId' | 'versions' | 'spans'> => {
  const versions = states.reduce<Chain | null>(
    (chain, state, revision) => withVersion(chain, versionOf(state, revision)),
    null,
  ) as Chain;
  const spans = states.map(({ from }, at) => [at, from, states[at + 1]?.from ?? null, from, null] as const);
  return { dealId, versions, spans };
};

const versionOf = ({ from, amount, ...told }: ToldState, revision: number): Version => ({
  ...{ id: 'any', revision, processId: 'sales', name: 'Deal', customerId: 'acme', lines: [], fields: {} },
  ...told,
  amount: { amount, currency: 'USD' },
  forecastCategory: null,
  openedAt: instantOf(from),
  stageSince: instantOf(from),
  closedAt: told.status === 'Open' ? null : instantOf(from),
  signedOn: told.status === 'Won' ? instantOf(from).slice(0, 10) : null,
  lostReason: null,
  competitor: null,
  reopenReason: null,
});
