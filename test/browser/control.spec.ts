import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startApi } from '../e2e/running-api.js';
import { describeInBrowser, launchBrowser, signedInAt } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

const CUSTOMERS = [
  'Number,Company,Branch',
  'c-1,Initech,Software',
  'c-2,Umbrella,Pharma',
  ',Nameless,Nothing',
  'c-1,Initech,Software',
].join('\n');

describeInBrowser('data and control', () => {
  const floor = openSalesFloor();

  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option }).click();
  };

  it('imports a file: mapped, looked at, imported, its rejected row told; the page may be left', async () => {
    const page = await floor.visit('/control/import');
    const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(CUSTOMERS) };
    await page.locator('input[type=file]').setInputFiles(file);
    await choose(page, 'id', 'Number');
    await choose(page, 'name', 'Company');
    await choose(page, 'industry', 'Branch');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('region', { name: 'The first rows' }).getByText('Umbrella').waitFor();
    expect((await floor.api.get('/api/customers/c-1')).status).toBe(404);

    await page.getByRole('button', { name: 'Import 4 rows' }).click();
    await page.getByText('clients.csv: imported').waitFor();
    const rejected = page.getByRole('region', { name: 'Rejected rows' });
    expect(await rejected.getByRole('row').nth(1).textContent()).toContain('4id');
    expect((await floor.api.get('/api/customers/c-1')).body).toMatchObject({ name: 'Initech', industry: 'Software' });
    await page.reload();
    await page.getByText('clients.csv: imported').waitFor();
    await page.context().close();
  });

  it('lets a rep depart: what would go to whom, the handover, and the receipt', async () => {
    const page = await floor.visit('/control/people');
    await page.getByRole('link', { name: 'Ann Lee' }).click();
    await page.getByText('One person').click();
    await choose(page, 'Successor', 'Bo Chen');
    const preview = page.getByRole('table', { name: 'What would go to whom' });
    await preview.waitFor();
    expect(await preview.getByRole('row').nth(1).textContent()).toBe('Bo Chen120');
    await page.getByRole('button', { name: 'Let Ann Lee depart' }).click();
    const receipt = page.getByRole('region', { name: 'Ann Lee has departed' });
    await receipt.waitFor();
    await receipt.getByRole('button', { name: 'Show each of 3 records' }).click();
    const lines = await receipt.getByRole('table').getByRole('row').allTextContents();
    expect(lines.slice(1).sort()).toEqual([
      'CustomersacmeBo Chen',
      'Open dealscranesBo Chen',
      'Open dealsforkliftsBo Chen',
    ]);
    expect((await floor.api.get('/api/deals/cranes')).body.ownerId).toBe('bo');
    await page.context().close();
  });

  it('makes a token for a person, which is shown once', async () => {
    const page = await floor.visit('/control/people/bo');
    await page.getByRole('button', { name: 'Make a token' }).click();
    const token = (await page.getByRole('alert').locator('code').textContent()) ?? '';
    expect((await floor.api.get('/api/session', { token })).body).toMatchObject({ id: 'bo', role: 'rep' });
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('cell', { name: 'Revoked' }).waitFor();
    expect((await floor.api.get('/api/session', { token })).status).toBe(401);
    await page.context().close();
  });

  it('edits the stages of a process', async () => {
    const page = await floor.visit('/control/processes/sale');
    await page.getByRole('button', { name: 'Add a stage' }).click();
    const added = page.getByRole('list', { name: 'Stages' }).getByRole('listitem').last();
    await added.getByRole('textbox', { name: 'Stage' }).fill('Signature');
    await added.getByLabel('Probability').fill('90');
    await added.getByRole('button', { name: 'Move Signature up' }).click();
    await page.getByRole('button', { name: 'Make a new version' }).click();
    await page.getByText('Sale is saved').waitFor();
    const { stages } = (await floor.api.get('/api/processes/sale')).body;
    expect(stages.map(({ id, probability }: { id: string; probability: number }) => [id, probability])).toEqual([
      ['lead', 0.1],
      ['meeting', 0.3],
      ['signature', 0.9],
      ['offer', 0.6],
    ]);
    await page.context().close();
  });

  it('finds events of the log, and verifies it', async () => {
    const page = await floor.visit('/control/audit');
    await page.getByLabel('Event').fill('customer-added.v1');
    const events = page.getByRole('region', { name: 'What happened' });
    await events.getByRole('button', { name: 'team-formed.v1' }).waitFor({ state: 'detached' });
    await events.getByRole('button', { name: 'customer-added.v1' }).first().click();
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText(/The chain over \d+ events is unbroken/).waitFor();
    await page.context().close();
  });

  it('builds a read model anew, and goes back to what was shown before', async () => {
    const page = await floor.visit('/control/projections');
    await page.getByRole('button', { name: 'Build anew: team-versions' }).click();
    const row = page.getByRole('row').filter({ hasText: 'team-versions' });
    await row.getByText('generation 2').waitFor();
    await row.getByRole('button', { name: 'Go back: team-versions' }).click();
    await row.getByText('generation 3').waitFor();
    await page.context().close();
  });
});

describeInBrowser('a server with nothing in it', () => {
  it('offers the demo to the administrator, makes it, and shows it', async () => {
    const [api, browser] = await Promise.all([startApi(), launchBrowser()]);
    const page = await signedInAt(browser, api, '/pipeline');
    await page.getByRole('button', { name: 'Make the demo' }).click();
    await page.getByRole('heading', { name: 'Pipeline', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Deals in Prospecting' }).getByRole('link').first().waitFor();
    await browser.close();
    await api.stop();
  });
});
