import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('the page of a customer', () => {
  const floor = openSalesFloor();

  const acme = async () => {
    const page = await floor.visit('/customers/acme');
    await page.getByRole('heading', { name: 'Acme', level: 1 }).waitFor();
    return page;
  };
  const calls = async () => (await floor.api.get('/api/activities?customerId=acme&kind=call')).body.items;

  it('is found by any part of the name, or by a contact, who is told', async () => {
    const page = await floor.visit('/customers');
    const search = page.getByLabel('Name, contact, e-mail or phone');
    await search.fill('globex.example');
    await page.getByText('E-mail: ').waitFor();
    await search.fill('LOBE');
    await page.getByRole('link', { name: 'Acme' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Globex' }).click();
    await page.getByRole('heading', { name: 'Globex', level: 1 }).waitFor();
    await page.context().close();
  });

  it('is not added twice unawares: who is likely the same is told while one types, with the way there', async () => {
    const page = await floor.visit('/customers');
    await page.getByRole('link', { name: 'Acme' }).waitFor();
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New customer' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('ACME, Inc.');
    await form.getByText('There already, and likely the same').waitFor();
    await form.getByText('same name').waitFor();
    await form.getByLabel('Name').fill('Quite another');
    await form.getByText('same name').waitFor({ state: 'detached' });
    await form.getByLabel('E-mail').fill('bo@globex.example');
    await form.getByText('same e-mail domain: globex.example').waitFor();
    await form.getByRole('link', { name: 'Globex' }).click();
    await page.getByRole('heading', { name: 'Globex', level: 1 }).waitFor();
    await form.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is added with a contact, also beside one that is likely the same', async () => {
    const page = await floor.visit('/customers');
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New customer' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Globex GmbH');
    await form.getByLabel('Contact').fill('Ida');
    await form.getByLabel('Phone').fill('+41 44 123 45 67');
    await form.getByText('same name').waitFor();
    await form.getByRole('button', { name: 'New customer' }).click();
    await page.getByRole('heading', { name: 'Globex GmbH', level: 1 }).waitFor();
    const [{ id }] = (await floor.api.get('/api/customers?q=globex gmbh')).body.items;
    const { contacts } = (await floor.api.get(`/api/customers/${id}`)).body;
    expect(contacts).toMatchObject([{ name: 'Ida', email: null, phone: '+41 44 123 45 67' }]);
    await page.context().close();
  });

  it('logs a call in two clicks, for the rep of the customer', async () => {
    const page = await acme();
    await page.getByRole('button', { name: 'Log a call' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Log a call' }).click();
    await page.getByText('The call is logged').waitFor();
    await page.getByRole('region', { name: 'Timeline' }).getByText('Call made').waitFor();
    expect(await calls()).toMatchObject([{ repId: 'ann', direction: 'outbound' }]);
    await page.context().close();
  });

  it('logs a call with one key, and Enter', async () => {
    const page = await acme();
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByLabel('Subject').waitFor();
    await page.keyboard.type('About the cranes');
    await page.keyboard.press('Enter');
    await page.getByText('Call made “About the cranes”').waitFor();
    expect(await calls()).toHaveLength(2);
    await page.context().close();
  });

  it('has a timeline with filters, each line of which opens its event', async () => {
    const page = await acme();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('Deals', { exact: true }).click();
    await timeline.getByText('Call made').first().waitFor({ state: 'detached' });
    await timeline.getByRole('button', { name: 'Deal “Cranes” opened' }).click();
    const details = timeline.locator('dl');
    expect(await details.textContent()).toContain('deal-cranes @ 0');
    expect(await details.textContent()).toContain('Administrator (admin)');
    const { items } = (await floor.api.get('/api/customers/acme/timeline?about=deal')).body;
    expect(await details.textContent()).toContain(items[0].position);
    await page.context().close();
  });

  it('shows any past day', async () => {
    const page = await acme();
    await page.getByText('Cranes', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Day' }).fill('2026-03-05');
    await page.getByText('Cranes', { exact: true }).waitFor({ state: 'detached' });
    await page.getByText('Forklifts', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Log a call' }).count()).toBe(0);
    await page.context().close();
  });
});
