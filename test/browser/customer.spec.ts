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

  it('has tasks, added by a key, given to somebody else and done in place', async () => {
    const page = await acme();
    const tasks = page.getByRole('region', { name: 'Tasks' });
    await tasks.getByText('Nothing planned').waitFor();
    await page.keyboard.press('t');
    const form = page.getByRole('dialog');
    await form.getByLabel('What is to be done?').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Send the offer');
    await form.getByLabel('Due on').fill('2099-01-15');
    await page.keyboard.press('Enter');
    const task = tasks.getByRole('listitem').filter({ hasText: 'Send the offer' });
    await task.getByText('Ann Lee · due on Jan 15, 2099').waitFor();
    await task.getByRole('button', { name: 'Give “Send the offer” to somebody else' }).click();
    await form.getByRole('combobox', { name: 'To whom?' }).click();
    await page.getByRole('option', { name: 'Bo Chen' }).click();
    await form.getByRole('button', { name: 'Give', exact: true }).click();
    await task.getByText('Bo Chen · due on Jan 15, 2099').waitFor();
    await task.getByRole('button', { name: 'Done: Send the offer' }).click();
    await tasks.getByText('Nothing planned').waitFor();
    const { items } = (await floor.api.get('/api/activities?customerId=acme&kind=task')).body;
    expect(items).toMatchObject([{ subject: 'Send the offer', repId: 'bo', state: 'done', dueOn: '2099-01-15' }]);
    await page.context().close();
  });

  it('has a meeting logged, in the time zone of the company', async () => {
    const page = await acme();
    await page.keyboard.press('m');
    const form = page.getByRole('dialog');
    await form.getByLabel('Subject').fill('Factory tour');
    await form.getByLabel('Starts at').fill('2026-05-04T10:30');
    await form.getByLabel('Minutes').fill('45');
    await form.getByRole('button', { name: 'Log a meeting' }).click();
    await form.waitFor({ state: 'detached' });
    const { items } = (await floor.api.get('/api/activities?customerId=acme&kind=meeting')).body;
    expect(items).toMatchObject([
      { subject: 'Factory tour', at: '2026-05-04T10:30:00.000Z', durationSeconds: 2_700, repId: 'ann' },
    ]);
    await page.context().close();
  });

  it('has its profile and its contacts changed in place, and a contact removed by mistake brought back', async () => {
    const page = await acme();
    await page.getByRole('button', { name: 'Change what is known of Acme' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Region').fill('North');
    await form.getByLabel('Industry').fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.locator('.page-head').getByText('North', { exact: true }).waitFor();
    expect((await floor.api.get('/api/customers/acme')).body).toMatchObject({ region: 'North', industry: null });
    const contacts = page.getByRole('region', { name: 'Contacts' });
    await contacts.getByRole('button', { name: 'Add a contact' }).click();
    await form.getByLabel('Name').fill('Ida Roth');
    await form.getByLabel('E-mail').fill('ida@acme.example');
    await form.getByRole('button', { name: 'Save the contact' }).click();
    await contacts.getByText('Ida Roth').waitFor();
    await contacts.getByRole('button', { name: 'Change: Ida Roth' }).click();
    await form.getByLabel('Position').fill('Head of purchasing');
    await form.getByRole('button', { name: 'Save the contact' }).click();
    await contacts.getByText('Head of purchasing').waitFor();
    await contacts.getByRole('button', { name: 'Remove: Ida Roth' }).click();
    await contacts.getByText('Ida Roth').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await contacts.getByText('Head of purchasing').waitFor();
    const found = (await floor.api.get('/api/customers/acme')).body.contacts;
    expect(found.at(-1)).toMatchObject({ name: 'Ida Roth', email: 'ida@acme.example', title: 'Head of purchasing' });
    await page.context().close();
  });

  it('is not added twice unawares: who is likely the same is told while one types, with the way there', async () => {
    const page = await floor.visit('/customers');
    await page.getByRole('link', { name: 'Acme' }).waitFor();
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New customer' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('ACME, Inc.');
    await form.getByText('Perhaps there already').waitFor();
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
