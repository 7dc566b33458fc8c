import { done, type RunningApi } from './running-api.js';

/** Who the specs act as: the reps Ann and Bob of the team North, Mia who manages it, and others. */
const PEOPLE = {
  ann: ['rep', 'north'],
  bob: ['rep', 'north'],
  mia: ['manager', 'north'],
  sue: ['rep', 'south'],
  max: ['manager', 'south'],
  ana: ['analyst', 'south'],
  rea: ['reader', 'south'],
} as const;

export type Person = keyof typeof PEOPLE;

export const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Since when the company is there. */
const SINCE = { occurredAt: '2019-01-01T00:00:00Z' };

/** Proposals need a budget; no stage is skipped; deals may go back. */
export const STANDARD = {
  id: 'standard',
  name: 'Standard',
  stages: [
    { id: 'talk', name: 'Talk', probability: 0.2, forecastCategory: 'pipeline', rotAfterDays: 30, guidance: 'Listen' },
    { id: 'offer', name: 'Offer', probability: 0.5, forecastCategory: 'bestCase', requires: ['budget'] },
    { id: 'close', name: 'Close', probability: 0.9, forecastCategory: 'commit' },
  ],
  rules: { allowSkip: false, allowBack: true },
};

/** A small company: a process, two teams with their people, a product, a customer of Ann's. Answers everybody's token. */
export const furnish = async (api: RunningApi): Promise<Readonly<Record<Person, string>>> => {
  done(await api.post('/api/processes', { ...STANDARD, ...SINCE }));
  done(await api.post('/api/teams', { id: 'north', name: 'North', ...SINCE }));
  done(await api.post('/api/teams', { id: 'south', name: 'South', ...SINCE }));
  const tokens: Record<string, string> = {};
  for (const [id, [role, teamId]] of Object.entries(PEOPLE)) {
    await hire(api, id, teamId, role);
    tokens[id] = await tokenFor(api, id);
  }
  const models = [{ id: 'pro', name: 'GTX Pro', price: usd(482_100) }];
  done(await api.post('/api/products', { id: 'gtx', name: 'GTX', models, ...SINCE }));
  done(await api.post('/api/customers', { id: 'acme', name: 'Acme', ownerId: 'ann', ...SINCE }));
  return tokens as Record<Person, string>;
};

export const hire = async (api: RunningApi, id: string, teamId = 'north', role = 'rep'): Promise<void> => {
  done(await api.post('/api/reps', { id, name: id, email: `${id}@example.com`, teamId, role, ...SINCE }));
};

export const tokenFor = async (api: RunningApi, repId: string, body: object = {}): Promise<string> =>
  done(await api.post(`/api/reps/${repId}/tokens`, body)).body.token;

/** Opens a deal of Ann's with Acme. */
export const openDeal = async (api: RunningApi, id: string, more: object = {}): Promise<string> => {
  const deal = { id, name: id, customerId: 'acme', processId: 'standard', amount: usd(100_000), ownerId: 'ann' };
  return done(await api.post('/api/deals', { ...deal, ...more })).body.position;
};

/** Adds a customer, erases them, and waits until the read models have forgotten them too. */
export const eraseCustomer = async (api: RunningApi, id: string): Promise<void> => {
  done(await api.post('/api/customers', { id, name: id }));
  done(await api.post(`/api/customers/${id}/erase`, {}));
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { text } = await api.get(`/api/customers/${id}/events`);
    if (text.includes('CustomerErasureCompleted')) return;
    if (Date.now() > deadline) throw new Error(`The erasure of ${id} does not end: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Lets a rep depart and waits until the handover is done. */
export const depart = async (api: RunningApi, repId: string, successors: readonly object[]): Promise<void> => {
  done(await api.post(`/api/reps/${repId}/depart`, { on: '2020-06-30', successors }));
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { body } = await api.get(`/api/reps/${repId}/departure`);
    if (body?.handedOver) return;
    if (Date.now() > deadline) throw new Error(`The handover of ${repId} does not end: ${JSON.stringify(body)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
