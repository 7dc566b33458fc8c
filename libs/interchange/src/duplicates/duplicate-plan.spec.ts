import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { KnownCustomers } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { AnnalsFiles } from '../annals/annals-files.js';
import { duplicatePlan } from './duplicate-plan.js';

const strong = { ownerId: null, region: null, matches: [{ field: 'name' as const, value: 'acme' }], weak: false };
const acmeIsThere: KnownCustomers = {
  has: () => false,
  alike: ({ name }) => (name === 'Acme' ? [{ id: 'acme', name: 'Acme', ...strong }] : []),
};

it('what is whose duplicate is found once: an import that runs again does not take its own customers for others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-duplicate-plan-'));
  try {
    writeFileSync(join(folder, 'customers.csv'), 'id,name\na,Acme\nb,Beta\nc,BETA\nd,Acme\n');
    const plan = () => duplicatePlan(folder, new AnnalsFiles(folder), async () => acmeIsThere);
    const first = await plan();
    expect([...first]).toEqual([
      ['a', 'acme'],
      ['c', 'b'],
      ['d', 'acme'],
    ]);
    // As after a crash in the middle: the rows are customers by now.
    const again = () =>
      duplicatePlan(folder, new AnnalsFiles(folder), async () => ({ ...acmeIsThere, has: () => true }));
    expect(await again()).toEqual(first);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
