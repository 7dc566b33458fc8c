import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStores } from './read-stores.js';
import { done, type RunningApi, startApi } from './running-api.js';

describe.each(readStores('search'))('the search for customers, read from $store', ({ variables, drop }) => {
  let api: RunningApi;
  let position: string;

  const add = async (body: object) => {
    position = done(await api.post('/api/customers', { occurredAt: '2020-03-01T09:00:00Z', ...body })).body.position;
  };
  const find = async (query: string) => done(await api.get(`/api/customers?${query}&after=${position}`)).body;
  const found = async (q: string, more = '') =>
    (await find(`q=${encodeURIComponent(q)}${more}`)).items.map(({ id }: { id: string }) => id);

  beforeAll(async () => {
    api = await startApi(variables);
    await add({ id: 'nord', name: 'Nordwind Spedition GmbH', region: 'EU' });
    await add({ id: 'wind', name: 'Windrad AG', region: 'EU' });
    await add({ id: 'west', name: 'West Wind Ltd', region: 'UK' });
    const contacts = [{ name: 'Zoë Windsor', email: 'zoe@crane.example', phone: '+44 20 7946 0018' }];
    await add({ id: 'crane', name: 'Crâne & Fils', region: 'UK', contacts });
  });
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  it('finds anywhere in the name: those that begin so first, then words, then contacts', async () => {
    expect(await found('WIND')).toEqual(['wind', 'west', 'nord', 'crane']);
    expect(await found('wind', '&region=UK')).toEqual(['west', 'crane']);
    expect(await found('crane fils')).toEqual(['crane']);
    expect(await found('nobody at all')).toEqual([]);
  });

  it('tells the contact by whom a customer was found', async () => {
    const [item] = (await find('q=020 7946')).items;
    expect(item).toMatchObject({ id: 'crane', foundIn: { field: 'phone', value: '+44 20 7946 0018' } });
    expect((await find('q=zoe@crane')).items[0].foundIn).toEqual({ field: 'email', value: 'zoe@crane.example' });
    expect((await find('q=nord')).items[0].foundIn).toBeNull();
  });

  it('finds under the name and contacts of then', async () => {
    const write = { name: 'Boreas Logistics', occurredAt: '2020-04-01T09:00:00Z' };
    position = done(await api.post('/api/customers/nord/profile', write)).body.position;
    expect(await found('spedition')).toEqual([]);
    expect(await found('boreas')).toEqual(['nord']);
    expect(await found('spedition', '&asOf=2020-03-15T00:00:00Z')).toEqual(['nord']);
    expect(await found('boreas', '&asOf=2020-03-15T00:00:00Z')).toEqual([]);
  });

  it('goes page by page, and refuses the cursor of another search', async () => {
    const first = await find('q=wind&limit=2');
    const second = await find(`q=wind&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(['wind', 'west', 'crane']);
    expect(second.next).toBeNull();
    expect((await api.get(`/api/customers?q=win&cursor=${first.next}`)).status).toBe(400);
  });
});
