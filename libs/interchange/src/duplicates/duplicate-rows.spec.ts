import { describe, expect, it } from 'vitest';
import {
  type KnownCustomers,
  KnownIdentities,
  matchKeysOf,
} from '#customers/likely-duplicates/customer-duplicates.contract.js';
import type { ReadRow } from '../rows/row.js';
import { type DuplicateRow, eachDuplicate, sameAs } from './duplicate-rows.js';

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

const look = async (...rows: readonly Readonly<Record<string, string>>[]) => {
  const found: (DuplicateRow | null)[] = rows.map(() => null);
  async function* read(): AsyncGenerator<ReadRow> {
    for (const [index, cells] of rows.entries()) {
      yield { file: 'customers.csv', line: index + 2, cells: new Map(Object.entries(cells)) };
    }
  }
  await eachDuplicate(read, there, (row) => {
    found[row.line - 2] = row;
  });
  return found;
};

describe('Rows of customers', () => {
  it('are like who is there, and like rows above', async () => {
    const [first, second, third] = await look(
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

  it('are nobody’s duplicate by a domain alone, but it is told', async () => {
    const [row] = await look({ id: 'x1', name: 'Other', contact_email: 'z@firm.example' });
    expect(row?.alike).toMatchObject([{ id: 'firm', weak: true }]);
    expect(row && sameAs(row)).toBeNull();
  });

  it('are themselves under their own id, and what lacks an id or a name is nobody yet', async () => {
    expect(await look({ id: 'acme', name: 'Acme' }, { name: 'Acme' }, { id: 'x1' })).toEqual([null, null, null]);
    expect(await look({ id: 'x1', name: 'Twice' }, { id: 'x1', name: 'Twice' })).toEqual([null, null]);
    const [, second, again] = await look(
      { id: 'x1', name: 'Cakes GmbH' },
      { id: 'x2', name: 'Cakes' },
      { id: 'x1', name: 'Cakes GmbH' },
    );
    expect([second && sameAs(second), again]).toEqual(['x1', null]);
  });

  it('are not alike by what very many have, the first of them neither, but by their name', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...{ id: `x${n}`, name: `Branch ${n}`, contact_email: `b${n}@group.example`, contact_phone: '030 7654321' },
    }));
    expect(new Set(await look(...many))).toEqual(new Set([null]));
    const found = await look(...many.map((row) => ({ ...row, name: 'Kiosk' })));
    expect(found.map((row) => row && sameAs(row))).toEqual([null, ...many.slice(1).map(() => 'x0')]);
    expect(new Set(found.flatMap((row) => row?.alike.map(({ matches }) => JSON.stringify(matches)) ?? []))).toEqual(
      new Set([JSON.stringify([{ field: 'name', value: 'kiosk' }])]),
    );
  });

  it('are looked at while everybody else has their turn', async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      ...{ id: `x${n}`, name: `Branch ${n}`, contact_email: `b${n}@group.example` },
    }));
    await look(...many);
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
  });
});
