import { describe, expect, it } from 'vitest';
import {
  type KnownCustomers,
  KnownIdentities,
  matchKeysOf,
} from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { DuplicateRows, sameAs } from './duplicate-rows.js';

/** Acme and Firm are there. */
const there: KnownCustomers = {
  has: (id) => id === 'acme' || id === 'firm',
  alike: (identity) => {
    const known = new KnownIdentities();
    known.add('acme', matchKeysOf({ name: 'Acme', contacts: [] }));
    known.add('firm', matchKeysOf({ name: 'Firm', contacts: [{ email: 'a@firm.example', phone: null }] }));
    return [...known.alike(matchKeysOf(identity))].map(([id, matches]) => ({
      ...{ id, name: id, ownerId: null, region: null, matches },
      weak: matches.every(({ field }) => field === 'emailDomain'),
    }));
  },
};

const look = (...rows: readonly Readonly<Record<string, string>>[]) => {
  const duplicates = new DuplicateRows(there);
  return rows.map((cells, index) =>
    duplicates.look({ file: 'customers.csv', line: index + 2, cells: new Map(Object.entries(cells)) }),
  );
};

describe('Rows of customers', () => {
  it('are like who is there, and like rows above', () => {
    const [first, second, third] = look(
      { id: 'x1', name: 'ACME Inc.' },
      { id: 'x2', name: 'New Ltd', contact_email: 'b@new.example' },
      { id: 'x3', name: 'Other', details: '{"contacts":[{"id":"c","name":"B","email":"B@new.example"}]}' },
    );
    const byName = [{ field: 'name', value: 'acme' }];
    expect(first).toEqual({
      ...{ file: 'customers.csv', line: 2, id: 'x1', name: 'ACME Inc.' },
      alike: [{ id: 'acme', name: 'acme', line: null, matches: byName, weak: false }],
    });
    expect(second).toBeNull();
    expect(third?.alike).toMatchObject([{ id: 'x2', name: 'New Ltd', line: 3, weak: false }]);
    expect([first, third].map((row) => row && sameAs(row))).toEqual(['acme', 'x2']);
  });

  it('are nobody’s duplicate by a domain alone, but it is told', () => {
    const [row] = look({ id: 'x1', name: 'Other', contact_email: 'z@firm.example' });
    expect(row?.alike).toMatchObject([{ id: 'firm', weak: true }]);
    expect(row && sameAs(row)).toBeNull();
  });

  it('are themselves under their own id, and what lacks an id or a name is nobody yet', () => {
    expect(look({ id: 'acme', name: 'Acme' }, { name: 'Acme' }, { id: 'x1' })).toEqual([null, null, null]);
    expect(look({ id: 'x1', name: 'Twice' }, { id: 'x1', name: 'Twice' })).toEqual([null, null]);
  });
});
