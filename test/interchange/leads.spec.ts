import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { completeConversion } from '#leads/convert-lead/complete-conversion.js';
import { leadDecider } from '#leads/leads.contract.js';
import { expectRoundTrip, factsOf, folderOf, importing, newStores, ORGANISATION, PROCESSES } from './folder-stores.js';

const COLUMNS = 'id,name,company,email,phone,source,owner_id,created_at,actor_id';
const deal = JSON.stringify({
  ...{ name: 'First', processId: 'p', amount: { amount: 1_050, currency: 'USD' }, expectedCloseOn: '2020-06-30' },
});

const LEADS = {
  ...ORGANISATION,
  leads: `${COLUMNS}\nl1,Cy Coe,Coe Ltd,cy@example.org,+1 555,fair,ann,2020-02-01T09:00:00Z,ann\nl2,Di,,,,,,2020-02-02T09:00:00Z,admin\nl3,Ed,,,,web,bob,,\n`,
  lead_events: `lead_id,occurred_at,event,owner_id,reason,actor_id,details\nl1,2020-02-03T09:00:00Z,qualified,,They have a budget,ann,\nl2,2020-02-03T10:00:00Z,disqualified,,No budget,admin,\nl1,2020-02-04T09:00:00Z,converted,bob,,ann,"{""deal"":${deal.replaceAll('"', '""')}}"\n`,
};

const ABOUT_LEADS = /^(Lead[CDQ]|CustomerAdded|DealOpened)/;

const imported = async () => {
  const stores = await newStores();
  const folder = folderOf(LEADS);
  writeFileSync(join(folder, 'processes.json'), PROCESSES);
  expect(await importing(folder, stores)).toMatchObject({ counts: { rejected: 0 } });
  return stores;
};

it('imports leads and what became of them', async () => {
  const stores = await imported();
  expect(await stores.runner.state(leadDecider, 'l1')).toMatchObject({
    ...{ name: 'Cy Coe', company: 'Coe Ltd', email: 'cy@example.org', phone: '+1 555', source: 'fair' },
    ...{ capturedFor: 'ann', ownerId: 'bob', status: 'converted', since: '2020-02-04T09:00:00.000Z' },
    conversion: { completed: false, deal: { name: 'First', amount: { amount: 1_050, currency: 'USD' } } },
  });
  expect(await stores.runner.state(leadDecider, 'l2')).toMatchObject({
    ...{ ownerId: null, status: 'disqualified', disqualifiedReason: 'No budget' },
  });
  expect(await stores.runner.state(leadDecider, 'l3')).toMatchObject({ status: 'new', source: 'web' });
  await stores.events.close();
});

it('exports them with the customer and the deal that they became: into an empty store, the same facts', async () => {
  const source = await imported();
  await completeConversion(source.runner, 'l1', 'ann');
  const facts = await factsOf(source, ABOUT_LEADS);
  expect(facts.map(({ type }) => type).sort()).toEqual([
    ...['CustomerAdded', 'DealOpened', 'LeadCaptured', 'LeadCaptured', 'LeadCaptured'],
    ...['LeadConversionCompleted', 'LeadConverted', 'LeadDisqualified', 'LeadQualified'],
  ]);
  await expectRoundTrip(source, ABOUT_LEADS);
  await source.events.close();
});

it('rejects what is no lead, and what cannot have become of one, row by row', async () => {
  const stores = await imported();
  const wrong = folderOf({
    leads: `${COLUMNS}\nl1,Somebody else,,,,,,,\nl4,,,,,,,,\nl5,Fay,,,,,nobody,,\n`,
    lead_events: `lead_id,occurred_at,event,owner_id,reason,details\nl1,2020-03-01,disqualified,,Late,\nl3,2020-03-01,converted,bob,,\nl2,2020-03-01,disqualified,,,\nl9,2020-03-01,qualified,,,\nl3,2020-03-02,hugged,,,\nl3,2020-03-03,converted,bob,,"{""deal"":{""name"":""X""}}"\nl3,2020-03-04,conversion_completed,,,\n`,
  });
  const report = await importing(wrong, stores);
  expect(report).toMatchObject({ counts: { rejected: 10 } });
  await stores.events.close();
});
