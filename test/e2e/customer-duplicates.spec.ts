import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStores } from './read-stores.js';
import { done, type RunningApi, startApi } from './running-api.js';
import { eraseCustomer } from './sales-floor.js';

const FIRST = { occurredAt: '2020-03-01T09:00:00Z' };
const LATER = { occurredAt: '2020-04-01T09:00:00Z' };

describe.each(readStores('duplicates'))('likely duplicates, read from $store', ({ variables, drop }) => {
  let api: RunningApi;
  let position: string;

  const write = async (path: string, body: object) => {
    position = done(await api.post(path, body)).body.position;
  };
  const alike = async (path: string) =>
    done(await api.get(`${path}${path.includes('?') ? '&' : '?'}after=${position}`)).body.items;

  beforeAll(async () => {
    api = await startApi(variables);
    const contacts = [{ name: 'Zoë', email: 'zoe@firm.example', phone: '+49 30 1234567' }];
    await write('/api/customers', { id: 'firm', name: 'Müller & Söhne GmbH', region: 'EU', contacts, ...FIRST });
    await write('/api/customers', { id: 'acme', name: 'Acme', ...FIRST });
  });
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  it('are told by what is typed, and in what they are alike', async () => {
    expect(await alike('/api/customer-duplicates?name=ACME%2C%20Inc.')).toEqual([
      ...[{ id: 'acme', name: 'Acme', ownerId: null, region: null }].map((customer) => ({
        ...customer,
        matches: [{ field: 'name', value: 'acme' }],
        weak: false,
      })),
    ]);
    const [firm] = await alike('/api/customer-duplicates?name=muller%20sohne&email=ZOE@firm.example&phone=0301234567');
    expect(firm).toMatchObject({ id: 'firm', name: 'Müller & Söhne GmbH', region: 'EU', weak: false });
    expect(firm.matches.map(({ field }: { field: string }) => field)).toEqual(['name', 'email', 'phone']);
    const weak = [{ field: 'emailDomain', value: 'firm.example' }];
    expect(await alike('/api/customer-duplicates?email=bo@firm.example')).toMatchObject([
      { id: 'firm', matches: weak, weak: true },
    ]);
    expect(await alike('/api/customer-duplicates?name=Globex')).toEqual([]);
    expect(await alike('/api/customer-duplicates')).toEqual([]);
  });

  it('of a customer and of a lead are others, and of nobody are none', async () => {
    await write('/api/customers', { id: 'again', name: 'Acme LLC', ...FIRST });
    expect(await alike('/api/customers/acme/duplicates')).toMatchObject([{ id: 'again' }]);
    expect((await api.get('/api/customers/nobody/duplicates')).status).toBe(404);
    await write('/api/leads', { id: 'lead', name: 'Zoe', company: 'Mueller', email: 'zoe@firm.example', ...LATER });
    expect(await alike('/api/leads/lead/duplicates')).toMatchObject([{ id: 'firm', matches: [{ field: 'email' }] }]);
    await write('/api/leads/lead/qualify', LATER);
    await write('/api/leads/lead/convert', LATER);
    // The customer whom it became is no duplicate of it.
    expect(await alike('/api/leads/lead/duplicates')).toMatchObject([{ id: 'firm' }]);
    expect((await api.get('/api/leads/nobody/duplicates')).status).toBe(404);
  });

  it('are those who survive a merge, also under the names of before; who is erased is none', async () => {
    await write('/api/customers', { id: 'old', name: 'Initech', ...FIRST });
    await write('/api/customers', { id: 'new', name: 'Initrode', ...FIRST });
    await write('/api/customers/old/merge', { into: 'new', ...LATER });
    expect(await alike('/api/customer-duplicates?name=Initech')).toMatchObject([{ id: 'new', name: 'Initrode' }]);
    expect(await alike('/api/customer-duplicates?name=Initech&asOf=2020-03-15T00:00:00Z')).toMatchObject([
      { id: 'old' },
    ]);
    await eraseCustomer(api, 'gone');
    expect(await alike('/api/customer-duplicates?name=erased')).toEqual([]);
  });
});
