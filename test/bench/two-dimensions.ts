import { MongoClient } from 'mongodb';
import { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { readSettings } from '#config/settings.js';
import {
  byColumn,
  DealFigures,
  type DealsAt,
  dealsOf,
  type Grouping,
} from '#deals/deal-figures/deal-figures.contract.js';
import { type DealHistory, dealHistory } from '#deals/deal-history/deal-history.projection.js';
import { ExchangeRates } from '#kernel/exchange-rates.js';
import { instantOf } from '#kernel/instant.js';
import { Progress } from '#projections/progress.js';
import { checkpointName } from '#projections/projection.js';
import { ReadModels } from '#projections/read-models.js';
import { openMongoReadStore } from '#read-store/mongodb/mongo-read-store.js';
import { median } from './rounds.js';

/** Milliseconds: of the median and the slowest pair of dimensions. `loadSeconds`: to read all deals into memory once. */
export type TwoDimensions = Readonly<{ store: string; median: number; slowest: number; loadSeconds: number }>;

const START = Date.UTC(2026, 0, 1);
const NOW = instantOf(Date.UTC(2026, 5, 1));
const ROUNDS = 5;

const dollars = new CompanyMoney(new ExchangeRates('USD', new Map()), 'UTC', NOW.slice(0, 10));

const tenth = (id: string | null): string | null => id && `${id.slice(0, -1)}x`;

/** The forecast's dimensions: what is not in the deal is told from what is, as teams and regions are. */
const DIMENSIONS: readonly Grouping[] = [
  { columns: ['expectedCloseOn'], as: (date) => date?.slice(0, 7) ?? null },
  byColumn('ownerId'),
  { columns: ['ownerId'], as: (ownerId) => tenth(ownerId ?? null) },
  { columns: ['ownerId', 'customerId'], as: (ownerId, customerId) => tenth(ownerId ?? customerId ?? null) },
  byColumn('productId'),
  { columns: ['customerId'], as: (customerId) => tenth(customerId ?? null) },
  byColumn('stage'),
];

/** Amounts of so many open deals by any two dimensions, in memory and over documents on MongoDB. */
export const benchTwoDimensions = async (
  deals: number,
  mongodbUri: string | undefined,
): Promise<readonly TwoDimensions[]> => {
  const histories = Array.from({ length: deals }, (_, index) => openDeal(index));
  const at = { asOf: NOW, knownAt: NOW };
  const began = performance.now();
  const open = dealsOf(histories, dollars, at);
  const loadSeconds = (performance.now() - began) / 1000;
  const results = [{ store: 'none', ...(await pairs(async () => open)), loadSeconds }];
  if (mongodbUri !== undefined) results.push(await onMongo(mongodbUri, histories));
  return results;
};

const pairs = async (dealsNow: () => Promise<DealsAt>): Promise<Pick<TwoDimensions, 'median' | 'slowest'>> => {
  const took: number[] = [];
  for (const [place, first] of DIMENSIONS.entries()) {
    for (const second of DIMENSIONS.slice(place + 1)) {
      const runs: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        const groupings = [first, second, byColumn('processId'), byColumn('stage'), byColumn('category')];
        (await dealsNow()).open().sum(groupings);
        runs.push(performance.now() - began);
      }
      took.push(median(runs));
    }
  }
  return { median: median(took), slowest: Math.max(...took) };
};

const onMongo = async (uri: string, histories: readonly DealHistory[]): Promise<TwoDimensions> => {
  const database = `annals_bench_${process.pid}`;
  const store = await openMongoReadStore({ uri, database });
  try {
    await store.ensure([dealHistory.documents]);
    const writes = histories.map((doc, index) => ({
      collection: dealHistory.documents,
      key: doc.dealId,
      position: BigInt(index + 1),
      doc,
    }));
    const position = BigInt(writes.length);
    await store.commit({ writes, checkpoints: [{ projection: checkpointName(dealHistory), position, epoch: 1 }] });
    const figures = new DealFigures(store, new ReadModels(store, new Progress()), readSettings({}));
    const ask = (): Promise<DealsAt> => figures.at({ asOf: NOW, knownAt: NOW });
    const began = performance.now();
    await ask();
    const loadSeconds = (performance.now() - began) / 1000;
    return { store: 'MongoDB', ...(await pairs(ask)), loadSeconds };
  } finally {
    await store.close();
    const client = new MongoClient(uri);
    await client.db(database).dropDatabase();
    await client.close();
  }
};

const openDeal = (index: number): DealHistory => {
  const at = instantOf(START + (index % 150) * 86_400_000);
  const amount = { amount: 1_000 + (index % 977) * 100, currency: 'USD' };
  const data = {
    dealId: `deal-${index}`,
    customerId: `customer-${index % 20_000}`,
    processId: 'new-business',
    name: `Deal ${index}`,
    stage: `stage-${index % 5}`,
    amount,
    lines: [{ productId: `product-${index % 40}`, model: null, quantity: 1, price: amount, amount }],
    ownerId: `rep-${index % 500}`,
    expectedCloseOn: instantOf(START + (index % 700) * 86_400_000).slice(0, 10),
    fields: {},
  };
  const meta = { at, recordedAt: at, by: 'bench', source: 'demo' as const, commandId: '', correlationId: '' };
  const place = { id: String(index), stream: `deal-deal-${index}`, revision: 0n, position: BigInt(index + 1), meta };
  return dealHistory.evolve(null, { type: 'DealOpened', data, ...place }).doc as DealHistory;
};
