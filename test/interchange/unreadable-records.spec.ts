import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { folderOf, importing, newStores, ORGANISATION } from './folder-stores.js';

const customers = (...rows: readonly string[]): string => `id,name,owner_id,created_at\n${rows.join('\n')}\n`;

it('rows of a record that cannot be read are rejected, and say why; the others are imported', async () => {
  const target = await newStores();
  await importing(folderOf({ ...ORGANISATION, customers: customers('acme,Acme,ann,2020-01-02') }), target);
  const event = { id: uuidv7(), type: 'customer-assigned.v1', data: {}, metadata: {} };
  await target.events.append('customer-acme', 0n, [event]);
  const folder = folderOf({ customers: customers('acme,Acme Ltd,ann,2020-01-02', 'zeta,Zeta,ann,2020-01-02') });
  const { counts, rejected } = await importing(folder, target);
  expect(counts).toMatchObject({ accepted: 1, rejected: 1 });
  expect(rejected).toMatchObject([
    { file: 'customers.csv', line: 2, reason: expect.stringMatching(/^StreamUnreadable: .*revision 1 of the stream/) },
  ]);
  expect(await target.events.readStream('customer-acme')).toHaveLength(2);
  await target.events.close();
});
