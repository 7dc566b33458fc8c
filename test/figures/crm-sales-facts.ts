import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#test/architecture/repository.js';
import type { Fact } from './generated-history.js';

// 8,800 real opportunities: the lines of the files, and the facts that these are.

const csv = (name: string): readonly string[][] =>
  readFileSync(join(root, 'test/fixtures/crm-sales', name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

const RECORDED = Date.UTC(2020, 0, 1);
export const usd = (major: number) => ({ amount: major * 100, currency: 'USD' });
export const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);
const fact = (stream: string, type: string, at: number, data: Fact['data']): Fact => ({
  stream,
  type,
  data,
  at,
  recordedAt: RECORDED,
});

const price = new Map(csv('products.csv').map(([name = '', , major]) => [name.replaceAll(' ', ''), Number(major)]));
export const regionOf = new Map(csv('sales_teams.csv').map(([agent = '', , region = '']) => [agent, region]));
export const managerOf = new Map(csv('sales_teams.csv').map(([agent = '', manager = '']) => [agent, manager]));
export const sectorOf = new Map(csv('accounts.csv').map(([account = '', sector = '']) => [account, sector]));

export const opportunities = csv('sales_pipeline.csv').map((line) => {
  const [id = '', agent = '', product = '', account = '', stage = '', engagedOn = '', closedOn = '', value = ''] = line;
  return { id, agent, product: product.replaceAll(' ', ''), account, stage, engagedOn, closedOn, value: Number(value) };
});
export type Opportunity = (typeof opportunities)[number];

const latest = opportunities
  .flatMap(({ engagedOn, closedOn }) => [engagedOn, closedOn])
  .reduce((a, b) => (a > b ? a : b));
export const openedOn = ({ engagedOn }: Opportunity) => engagedOn || latest;
export const listPrice = ({ product }: Opportunity) => price.get(product) ?? 0;

export const factsOf = (deal: Opportunity): readonly Fact[] => {
  const { id, agent, product, account, stage, engagedOn, closedOn, value } = deal;
  const about = { dealId: id, customerId: account || 'unknown' };
  const worth = (major: number) => ({
    amount: usd(major),
    lines: [{ productId: product, model: null, quantity: 1, price: usd(major), amount: usd(major) }],
  });
  const context = { ...about, processId: 'crm-sales', stage: 'prospecting', ownerId: agent };
  const opened = { ...context, ...worth(listPrice(deal)), name: id, expectedCloseOn: null, fields: {} };
  const advanced = { ...about, from: 'prospecting', to: 'engaging', fields: {} };
  const closed = { ...context, stage: 'engaging', ...worth(stage === 'Won' ? value : listPrice(deal)) };
  return [
    fact(`deal-${id}`, 'DealOpened', instant(openedOn(deal)), opened),
    ...(engagedOn ? [fact(`deal-${id}`, 'DealAdvanced', instant(engagedOn), advanced)] : []),
    ...(stage === 'Won' ? [fact(`deal-${id}`, 'DealWon', instant(closedOn), { ...closed, signedOn: closedOn })] : []),
    ...(stage === 'Lost'
      ? [fact(`deal-${id}`, 'DealLost', instant(closedOn), { ...closed, reason: 'unknown', competitor: null })]
      : []),
  ];
};

const stage = (id: string, probability: number, forecastCategory: string) => ({
  id,
  name: id,
  probability,
  forecastCategory,
});
const early = instant('2016-01-01');

export const organisation: readonly Fact[] = [
  fact('process-crm-sales', 'ProcessDefined', early, {
    processId: 'crm-sales',
    name: 'CRM sales',
    stages: [stage('prospecting', 0.25, 'pipeline'), stage('engaging', 0.5, 'bestCase')],
    rules: { allowSkip: true, allowBack: true },
  }),
  ...[...new Set(managerOf.values())].map((manager) =>
    fact(`team-${manager}`, 'TeamFormed', early, { teamId: manager, name: manager, parentId: null }),
  ),
  ...[...sectorOf].map(([account, sector]) =>
    fact(`customer-${account}`, 'CustomerAdded', early, {
      ...{ customerId: account, name: account, ownerId: null, contacts: [], industry: sector },
      ...{ region: null, source: null },
    }),
  ),
  ...[...regionOf].map(([agent, region]) =>
    fact(`rep-${agent}`, 'RepHired', early, {
      repId: agent,
      name: agent,
      email: '',
      teamId: managerOf.get(agent),
      role: 'rep',
      region,
      hiredOn: null,
    }),
  ),
];
