import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadModels } from '#projections/read-models.js';
import type { Versions } from '#projections/versions.js';
import { InvalidCursor } from '#read-store/read-store.js';
import type { Customer } from '../domain/customer.state.js';
import { searchCustomers } from './search-customers.js';

const SINCE = '2017-03-01T09:00:00.000Z';
const at = { asOf: '2017-04-01T00:00:00.000Z', knownAt: '9999-01-01T00:00:00.000Z', latest: false };

type Named = Readonly<{ id: string; name: string; region: string | null; isMerged: boolean }>;

const recorded = ({ id, name, region, isMerged }: Named): Versions<Customer> => {
  const added = { customerId: id, name, ownerId: null, industry: null, region, source: null, contacts: [] };
  const state = { ...added, added, contactsEver: 0, ...(isMerged && { mergedInto: 'another' }) };
  return { id, versions: [{ validFrom: SINCE, recordedAt: SINCE, revision: 0, state }] };
};

const readModelsOf = (customers: readonly Named[]): ReadModels => {
  const records = new Map(customers.map((customer) => [customer.id, recorded(customer)]));
  return { versions: async () => records } as unknown as ReadModels;
};

const named = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/),
  name: fc.stringMatching(/^[abAB]{1,3}( [abAB]{1,3}){0,2}$/),
  region: fc.constantFrom(null, 'North'),
  isMerged: fc.boolean(),
});
const customers = fc.uniqueArray(named, { selector: ({ id }) => id, maxLength: 40 });

/** The search as one would write it down: no ranks but by comparing, no pages. */
const plainSearch = (all: readonly Named[], q: string, region: string | undefined): readonly string[] => {
  const rank = ({ name }: Named) => [name.startsWith(q), name.includes(` ${q}`), name.includes(q)].indexOf(true);
  const folded = all.map((customer) => ({ ...customer, name: customer.name.toLowerCase() }));
  return folded
    .filter((customer) => rank(customer) >= 0 && !customer.isMerged && (region ?? customer.region) === customer.region)
    .toSorted((a, b) => rank(a) - rank(b) || (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
    .map(({ id }) => id);
};

describe('The search for customers', () => {
  it('gives page by page all that have it, those whose name begins with it first', async () => {
    const words = fc.stringMatching(/^[ab]{1,2}$/);
    const asked = fc.record({
      q: words,
      region: fc.constantFrom(undefined, 'North'),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(customers, asked, async (all, { q, region, limit }) => {
        const readModels = readModelsOf(all);
        const filter = region === undefined ? {} : { region };
        const ids: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page = { limit, ...(cursor !== undefined && { cursor }) };
          const { items, next } = await searchCustomers(readModels, { at, filter, q, page });
          expect(items.length).toBeLessThanOrEqual(limit);
          ids.push(...items.map(({ id }) => id));
          cursor = next;
        }
        expect(ids).toEqual(plainSearch(all, q, region));
      }),
    );
  });

  it('goes on only where the same was sought before', async () => {
    const all = ['a', 'b'].map((id) => ({ id, name: 'Acme', region: null, isMerged: false }));
    const search = (q: string, cursor: string | null) =>
      searchCustomers(readModelsOf(all), { at, filter: {}, q, page: { limit: 1, ...(cursor !== null && { cursor }) } });
    const { next } = await search('ac', null);
    expect((await search('ac', next)).items.map(({ id }) => id)).toEqual(['b']);
    await expect(search('acm', next)).rejects.toThrow(InvalidCursor);
    await expect(search('ac', 'no cursor')).rejects.toThrow(InvalidCursor);
  });

  it('finds nobody who was not there yet', async () => {
    const all = [{ id: 'a', name: 'Acme', region: null, isMerged: false }];
    const before = { ...at, asOf: '2017-02-28T00:00:00.000Z' };
    const search = { filter: {}, q: 'acme', page: {} };
    expect((await searchCustomers(readModelsOf(all), { at, ...search })).items).toHaveLength(1);
    expect((await searchCustomers(readModelsOf(all), { at: before, ...search })).items).toEqual([]);
  });
});
