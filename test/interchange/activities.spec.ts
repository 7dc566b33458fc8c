import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { factsOf, folderOf, importing, newStores, ORGANISATION, PROCESSES } from './folder-stores.js';

it('an activity that names a customer and the deal of another is rejected, and the rest goes on', async () => {
  const folder = folderOf({
    ...ORGANISATION,
    customers: 'id,name\nacme,Acme\nbeta,Beta\ngamma,Gamma\n',
    customer_events: 'customer_id,occurred_at,event,details\nbeta,2026-06-01T00:00:00Z,merged,"{""into"":""gamma""}"\n',
    deal_events: [
      'deal_id,occurred_at,event,process_id,stage,amount,currency,owner_id,customer_id',
      'a1,2024-02-01T00:00:00Z,opened,p,s,1,USD,ann,acme',
      'b1,2024-02-01T00:00:00Z,opened,p,s,1,USD,ann,beta',
      '',
    ].join('\n'),
    activities: [
      'id,occurred_at,kind,rep_id,customer_id,deal_id,text',
      'own,2024-03-01T00:00:00Z,note,ann,acme,a1,x',
      'alone,2024-03-01T00:00:00Z,note,ann,,a1,x',
      'others,2024-03-01T00:00:00Z,note,ann,acme,b1,x',
      'survivor,2024-03-01T00:00:00Z,note,ann,gamma,b1,x',
      '',
    ].join('\n'),
  });
  writeFileSync(join(folder, 'processes.json'), PROCESSES);
  const stores = await newStores();
  const { counts, rejected } = await importing(folder, stores);
  expect(rejected).toEqual([
    {
      ...{ file: 'activities.csv', line: 4, column: null, code: 'DealOfAnotherCustomer' },
      values: { detail: expect.stringContaining('not one of customer acme') },
      reason: expect.stringContaining('not one of customer acme'),
    },
  ]);
  expect(counts.rejected).toBe(1);
  const notes = (await factsOf(stores, /^NoteTaken$/)).map(
    ({ data }) => data as { activityId: string; customerId: string },
  );
  expect(notes.map(({ activityId, customerId }) => [activityId, customerId]).sort()).toEqual([
    ['alone', 'acme'],
    ['own', 'acme'],
    ['survivor', 'gamma'],
  ]);
});
