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

  it('tells of rows that are likely customers who are there already, and merges them into these when asked', async () => {
    const page = await floor.visit('/control/import');
    const rows = 'id,name,contact_email\nd-1,"GLOBEX, Inc.",\nd-2,Wayne,gil@globex.example\nd-3,Stark,\n';
    const file = { name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Preview' }).click();
    const found = page.getByRole('region', { name: 'Likely there already' });
    await found.getByText('2 rows are likely customers who are there already').waitFor();
    expect((await found.getByRole('row').allTextContents()).slice(1)).toEqual([
      '2GLOBEX, Inc.Globexsame name',
      '3WayneGlobexsame e-mail: gil@globex.example',
    ]);
    await page.reload();
    await found.getByLabel('Use the customer who is there').check();
    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await page.getByText('again.csv: imported').waitFor();
    expect((await floor.api.get('/api/customers/globex')).body.merged.toSorted()).toEqual(['d-1', 'd-2']);
    expect((await floor.api.get('/api/customers/d-3')).body.mergedInto).toBeNull();
    await page.context().close();
  });

  it('renames and moves a team, moves a rep there and changes their profile; an earlier day calls all as it did', async () => {
    await floor.api.post('/api/teams', { id: 'hills', name: 'Hills' });
    const page = await floor.visit('/control/people');
    const dialog = page.getByRole('dialog');
    const send = async (name: string) => {
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await page.getByRole('button', { name: 'Rename North' }).click();
    await dialog.getByLabel('Name').fill('Far North');
    await send('Rename');
    await page.getByRole('button', { name: 'Move Hills' }).click();
    await choose(page, 'Belongs to', 'Far North');
    await send('Move');
    const teams = page.getByRole('table', { name: 'Teams' });
    await teams.getByRole('row', { name: 'Hills' }).getByText('Far North').waitFor();

    await page.getByRole('link', { name: 'Bo Chen' }).click();
    await page.getByRole('button', { name: 'Move to another team' }).click();
    await choose(page, 'To the team', 'Hills');
    await send('Move to another team');
    await page.getByRole('button', { name: 'Change the profile' }).click();
    await dialog.getByLabel('Name').fill('Bo Chen-Lee');
    await dialog.getByLabel('Region').fill('East');
    await send('Change the profile');
    await page.getByText('Bo Chen-Lee', { exact: true }).waitFor();
    expect((await floor.api.get('/api/reps/bo')).body).toMatchObject({
      ...{ name: 'Bo Chen-Lee', email: 'bo@example.com', teamId: 'hills', role: 'rep', region: 'East' },
    });

    await page.getByRole('button', { name: 'Change the profile' }).click();
    await dialog.getByLabel('Region').fill('');
    await send('Change the profile');
    expect((await floor.api.get('/api/reps/bo')).body.region).toBeNull();

    const ownerOf = (name: string) =>
      page
        .getByRole('table')
        .getByRole('row', { name: /Globex/ })
        .getByText(name, { exact: true });
    await page.goto(`${floor.api.url}/customers`);
    await ownerOf('Bo Chen-Lee').waitFor();
    await page.goto(`${floor.api.url}/customers?day=2026-04-02`);
    await ownerOf('Bo Chen').waitFor();
    await floor.api.post('/api/reps/bo/profile', { name: 'Bo Chen' });
    await page.context().close();
  });

  it('reads a file as a spreadsheet in Europe saves it, and asks how decimals are written', async () => {
    const page = await floor.visit('/control/import');
    await page.getByRole('combobox', { name: 'What it holds' }).click();
    await page.getByRole('option', { name: 'Products' }).click();
    const rows = '\uFEFFID;Name;Model ID;Price\r\nscrew;Schraube;m;1.234\r\n';
    const buffer = Buffer.from(rows, 'utf16le');
    await page.locator('input[type=file]').setInputFiles({ name: 'preise.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('combobox', { name: 'Decimals' }).click();
    await page.getByRole('option', { name: 'With a comma: 1.234,50' }).click();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('region', { name: 'The first rows' }).getByText('Schraube').waitFor();
    await page.getByRole('button', { name: 'Import 1 rows' }).click();
    await page.getByText('preise.csv: imported').waitFor();
    const { models } = (await floor.api.get('/api/products/screw')).body;
    expect(models).toMatchObject([{ price: { amount: 123_400, currency: 'USD' } }]);
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
    await page.getByRole('button', { name: /^Show each of/ }).click();
    await page.getByRole('link', { name: 'Acme', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Let Ann Lee depart' }).click();
    await page.getByRole('dialog').getByText('Customers: 1, open deals: 2, tasks: 0, to Bo Chen.').waitFor();
    expect((await floor.api.get('/api/reps/ann')).body.presence).toBe('here');
    await page.getByRole('button', { name: 'Hand over' }).click();
    const receipt = page.getByRole('region', { name: 'Ann Lee has departed' });
    await receipt.waitFor();
    await receipt.getByRole('button', { name: 'Show each of 3 records' }).click();
    const lines = await receipt.getByRole('table').getByRole('row').allTextContents();
    expect(lines.slice(1).sort()).toEqual([
      'CustomersAcmeBo Chen',
      'Open dealsCranesBo Chen',
      'Open dealsForkliftsBo Chen',
    ]);
    expect((await floor.api.get('/api/deals/cranes')).body.ownerId).toBe('bo');
    await page.context().close();
  });

  it('sets exchange rates from a day on, says what lacks one, and who set which', async () => {
    const page = await floor.visit('/control/rates');
    await page.getByText('amounts in any other currency than USD are refused').waitFor();
    const set = async (opener: string, rate: string, from: string) => {
      await page.getByRole('button', { name: opener, exact: true }).click();
      const form = page.getByRole('dialog');
      if (opener === 'Set a rate') await form.getByLabel('Currency').fill('eur');
      await form.getByLabel('Rate in USD').fill(rate);
      await form.getByLabel('From').fill(from);
      await form.getByRole('button', { name: 'Set a rate' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await set('Set a rate', '1.0825', '2999-01-01');
    await page.getByText('No rate holds today: the first one starts on Jan 1, 2999').waitFor();
    await set('Set a rate of EUR', '1.1', '2026-01-01');
    await page.getByText('1 EUR = 1.1 USD').waitFor();
    await set('Set a rate of EUR', '1.2', '2026-01-01');
    await page.getByText('1 EUR = 1.2 USD').waitFor();
    await page.getByText('New amounts in EUR dated before Jan 1, 2026 are refused').waitFor();
    const history = page.getByRole('table', { name: 'Who set which rate' });
    await history.getByRole('row').nth(3).waitFor();
    expect(await history.getByRole('row').nth(1).textContent()).toMatch(/AdministratorEURJan 1, 20261\.21\.1$/);
    const [{ rates }] = (await floor.api.get('/api/exchange-rates')).body.items;
    expect(rates).toEqual([
      { from: '2026-01-01', rate: '1.2' },
      { from: '2999-01-01', rate: '1.0825' },
    ]);
    await page.context().close();
  });

  it('shares out what a rep leaves among several, as the preview says', async () => {
    const hired = { teamId: 'north', role: 'rep', occurredAt: '2026-03-01T08:00:00Z' };
    for (const id of ['cy', 'di', 'ed']) {
      await floor.api.post('/api/reps', { ...hired, id, name: `${id} of the north`, email: `${id}@example.com` });
    }
    for (const id of ['c-11', 'c-12', 'c-13', 'c-14'])
      await floor.api.post('/api/customers', { id, name: id, ownerId: 'cy' });
    const page = await floor.visit('/control/people/cy');
    await page.getByText('Several').click();
    await choose(page, 'Successor 1', 'di of the north');
    await choose(page, 'Successor 2', 'ed of the north');
    await page.getByLabel('Share 1').fill('3');
    const preview = page.getByRole('table', { name: 'What would go to whom' });
    await preview.getByRole('row').filter({ hasText: 'di of the north300' }).waitFor();
    await preview.getByRole('row').filter({ hasText: 'ed of the north100' }).waitFor();
    await page.getByRole('button', { name: 'Let cy of the north depart' }).click();
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('region', { name: 'cy of the north has departed' }).waitFor();
    const { receipt } = (await floor.api.get('/api/reps/cy/departure')).body;
    expect(receipt.map(({ to }: { to: string }) => to).sort()).toEqual(['di', 'di', 'di', 'ed']);
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
    await events.getByRole('button', { name: 'team-formed.v1' }).first().waitFor({ state: 'detached' });
    await events.getByRole('row').filter({ hasText: 'Customer Globex · event 1' }).getByText('Administrator').waitFor();
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
