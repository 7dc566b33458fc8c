import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ADMIN } from '../e2e/running-api.js';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('a deal is changed in its panel', () => {
  const tokens = new Map<string, string>();
  const floor = openSalesFloor(async (api) => {
    const price = { amount: 500_000, currency: 'USD' };
    await api.post('/api/products', { id: 'crane', name: 'Crane', models: [{ id: 'tower', name: 'Tower', price }] });
    const lost = { id: 'hoists', name: 'Hoists', customerId: 'globex', amount: price, stage: 'lead' };
    await api.post('/api/deals', lost);
    await api.post('/api/deals/hoists/lose', { reason: 'No decision' });
    for (const id of ['ann', 'bo']) {
      tokens.set(id, (await api.post(`/api/reps/${id}/tokens`, {})).body.token);
    }
  });

  const panelAt = async (id: string, by = ADMIN): Promise<Readonly<{ page: Page; panel: Locator }>> => {
    const context = await floor.browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await context.request.post(`${floor.api.url}/api/session`, { data: { token: by } });
    const page = await context.newPage();
    await page.goto(`${floor.api.url}/deals/${id}`);
    const panel = page.getByRole('dialog');
    await panel.getByRole('region', { name: 'History' }).getByRole('listitem').first().waitFor();
    return { page, panel };
  };
  const deal = async (id: string) => (await floor.api.get(`/api/deals/${id}`)).body;
  const begin = (panel: Locator, fact: string) => panel.getByRole('button', { name: `Change: ${fact}` }).click();
  const save = (panel: Locator) => panel.getByRole('button', { name: 'Save' }).click();

  it('its amount, by keyboard alone, from its button and back to it', async () => {
    const { page, panel } = await panelAt('forklifts');
    await panel.getByRole('button', { name: 'Change: Amount' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByLabel('Amount (USD)').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('15000.50');
    await page.keyboard.press('Enter');
    await panel.getByText('$15,000.50', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Change: Amount' }).and(page.locator(':focus')).waitFor();
    await panel.getByText(/amount.*from \$12,000.00 to \$15,000.50/i).waitFor();
    expect((await deal('forklifts')).amount).toEqual({ amount: 1_500_050, currency: 'USD' });
    await page.context().close();
  });

  it('its close date, owner and forecast category, one at a time', async () => {
    const { page, panel } = await panelAt('cranes');
    await begin(panel, 'Expected to close');
    expect(await panel.getByRole('button', { name: /^Change:/ }).count()).toBe(0);
    await panel.getByLabel('Expected to close').fill('2027-02-01');
    await save(panel);
    await panel.getByText('Feb 1, 2027').first().waitFor();
    await begin(panel, 'Forecast category');
    await panel.getByRole('combobox', { name: 'Forecast category' }).click();
    await page.getByRole('option', { name: 'Commit' }).click();
    await save(panel);
    await panel.getByRole('button', { name: 'Change: Owner' }).waitFor();
    await begin(panel, 'Owner');
    await panel.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: 'Bo Chen' }).click();
    await save(panel);
    await panel.getByText('Bo Chen', { exact: true }).waitFor();
    expect(await deal('cranes')).toMatchObject({
      expectedCloseOn: '2027-02-01',
      forecastCategory: 'commit',
      ownerId: 'bo',
    });
    await page.context().close();
  });

  it('says when somebody else was quicker, with what it is by now, and loses nothing that was typed', async () => {
    const { page, panel } = await panelAt('pallets');
    await begin(panel, 'Amount');
    await panel.getByLabel('Amount (USD)').fill('777');
    await floor.api.post('/api/deals/pallets/amount', { amount: { amount: 55_500, currency: 'USD' } });
    await panel.getByText('Somebody changed this deal meanwhile').waitFor();
    await panel.getByText('It is now: $555.').waitFor();
    expect(await panel.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    expect(await panel.getByLabel('Amount (USD)').inputValue()).toBe('777');
    await panel.getByRole('button', { name: 'Go on with mine' }).click();
    await save(panel);
    await panel.getByText('$777', { exact: true }).waitFor();
    await page.context().close();
  });

  it('is given up by Escape, which closes the panel only after that', async () => {
    const { page, panel } = await panelAt('pallets');
    await begin(panel, 'Amount');
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Change: Amount' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('asks before what was typed is thrown away, by Escape, by its cross and on the way back', async () => {
    const { page, panel } = await panelAt('pallets');
    const isKept = async () => {
      await panel.getByRole('alert').getByText('Throw away what you typed?').waitFor();
      await page.getByRole('button', { name: 'Keep writing' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      await panel.getByLabel('Amount (USD)').and(page.locator(':focus')).waitFor();
      expect(await panel.getByLabel('Amount (USD)').inputValue()).toBe('1');
      expect(new URL(page.url()).searchParams.get('deal')).toBe('pallets');
    };
    await begin(panel, 'Amount');
    await panel.getByLabel('Amount (USD)').fill('1');
    await page.keyboard.press('Escape');
    await isKept();
    await panel.getByRole('button', { name: 'Close' }).click();
    await isKept();
    await panel.getByRole('link', { name: 'Globex' }).click();
    await isKept();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.getByRole('button', { name: 'Throw away' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('offers Undo within reach of the keyboard, and by Ctrl-Z', async () => {
    const { page, panel } = await panelAt('pallets');
    const undo = panel.getByRole('button', { name: 'Undo' });
    const lose = async () => {
      await panel.getByRole('button', { name: 'Lost …' }).click();
      await panel.getByLabel('Why was it lost?').fill('Too late');
      await page.keyboard.press('Enter');
      await undo.waitFor();
      await panel.getByRole('button', { name: 'Reopen …' }).waitFor();
    };
    await lose();
    // The notice comes last in the panel: its cross, and before that what it offers.
    await panel.getByRole('button', { name: 'Close' }).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await undo.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Lost …' }).waitFor();
    await panel.locator(':focus').waitFor();
    await undo.waitFor({ state: 'detached' });
    await lose();
    await page.keyboard.press('Control+z');
    await panel.getByRole('button', { name: 'Lost …' }).waitFor();
    expect((await deal('pallets')).status).toBe('Open');
    await page.context().close();
  });

  it('is lost by mistake and brought back, by Undo or with a reason', async () => {
    const { page, panel } = await panelAt('pallets');
    const lose = async () => {
      await panel.getByRole('button', { name: 'Lost …' }).click();
      await panel.getByLabel('Why was it lost?').fill('No budget');
      await panel.getByRole('button', { name: 'Lost', exact: true }).click();
      await panel.getByText('No budget', { exact: true }).waitFor();
    };
    await lose();
    await page.getByRole('button', { name: 'Undo' }).click();
    await panel.getByText('Done by mistake, taken back at once', { exact: true }).waitFor();
    expect((await deal('pallets')).status).toBe('Open');
    await lose();
    expect(await panel.getByRole('button', { name: /^Change:/ }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Reopen …' }).click();
    await panel.getByLabel('Why does it go on?').fill('They called');
    await panel.getByRole('button', { name: 'Reopen', exact: true }).click();
    await panel.getByText('They called', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Won …' }).waitFor();
    await page.context().close();
  });

  it('is lost for a reason chosen from those said before', async () => {
    const { page, panel } = await panelAt('pallets');
    await panel.getByRole('button', { name: 'Lost …' }).click();
    await panel.getByLabel('Why was it lost?').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'No decision' }).waitFor();
    await page.keyboard.type('no d');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await panel.getByLabel('Why was it lost?').inputValue()).toBe('No decision');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await panel.getByRole('button', { name: 'Won …' }).waitFor();
    await page.context().close();
  });

  it('is won for another amount, and Undo gives it back the one that it had', async () => {
    const { page, panel } = await panelAt('forklifts');
    const { amount } = await deal('forklifts');
    await panel.getByRole('button', { name: 'Won …' }).click();
    await panel.getByLabel('Amount signed (USD)').fill('9000');
    await panel.getByRole('button', { name: 'Won', exact: true }).click();
    await panel.getByText('$9,000', { exact: true }).waitFor();
    expect(await deal('forklifts')).toMatchObject({ status: 'Won', amount: { amount: 900_000 } });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    expect(await deal('forklifts')).toMatchObject({ status: 'Open', amount });
    await page.context().close();
  });

  it('moves to another stage with what that requires, and Undo moves it back', async () => {
    const { page, panel } = await panelAt('cranes');
    await panel.getByRole('button', { name: 'Move …' }).click();
    await panel.getByLabel('Decision maker').fill('Ms Rivera');
    await panel.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Cranes moved to Meeting').waitFor();
    await panel.getByText('Ms Rivera', { exact: true }).waitFor();
    expect(await deal('cranes')).toMatchObject({ stage: 'meeting', fields: { decisionMaker: 'Ms Rivera' } });
    await page.getByRole('button', { name: 'Undo' }).click();
    await panel.getByText(/Moved by mistake, taken back at once/).waitFor();
    expect((await deal('cranes')).stage).toBe('lead');
    await page.context().close();
  });

  it('has its credit split, and a split that is none is refused in words', async () => {
    const { page, panel } = await panelAt('forklifts');
    await begin(panel, 'Credit');
    await panel.getByRole('combobox', { name: 'Rep 2' }).click();
    await page.getByRole('option', { name: 'Bo Chen' }).click();
    await panel.getByLabel('Share 1', { exact: true }).fill('70');
    await panel.getByLabel('Share 2', { exact: true }).fill('40');
    await save(panel);
    await panel
      .getByRole('alert')
      .getByText(/add up to 11000 basis points/)
      .waitFor();
    await panel.getByLabel('Share 2', { exact: true }).fill('30');
    await save(panel);
    await panel.getByText('70%', { exact: true }).waitFor();
    expect((await deal('forklifts')).split).toEqual([
      { repId: 'ann', basisPoints: 7_000 },
      { repId: 'bo', basisPoints: 3_000 },
    ]);
    await page.context().close();
  });

  it('has lines, at the price of the model unless another is offered, and is worth what they add up to', async () => {
    const { page, panel } = await panelAt('cranes');
    await begin(panel, 'Lines');
    await panel.getByRole('combobox', { name: 'Product' }).click();
    await page.getByRole('option', { name: 'Crane' }).click();
    await panel.getByRole('combobox', { name: 'Model' }).click();
    await page.getByRole('option', { name: 'Tower' }).click();
    await panel.getByLabel('Quantity').fill('2');
    await save(panel);
    await panel.getByText('Crane, Tower').waitFor();
    await panel.getByText('$10,000', { exact: true }).waitFor();
    expect((await deal('cranes')).amount.amount).toBe(1_000_000);
    await page.context().close();
  });

  it('has its past corrected from a day on, which says that what was known stays', async () => {
    const { page, panel } = await panelAt('pallets');
    await panel.getByRole('button', { name: 'Correct the past …' }).click();
    await panel.getByText('What was known until now stays as it was known').waitFor();
    await panel.getByLabel('True since').fill('2026-05-01');
    await panel.getByLabel('Amount (USD)').fill('444');
    await panel.getByLabel('How do you know?').fill('The offer says so');
    await panel.getByRole('button', { name: 'Correct', exact: true }).click();
    await panel.getByText(/corrected as of 2026-05-01.*The offer says so/).waitFor();
    const asOf = async (day: string) => (await floor.api.get(`/api/deals/pallets?asOf=${day}T12:00:00Z`)).body.amount;
    expect(await Promise.all(['2026-04-15', '2026-05-15'].map(asOf))).toEqual([
      { amount: 40_000, currency: 'USD' },
      { amount: 44_400, currency: 'USD' },
    ]);
    await page.context().close();
  });

  it('has its past corrected to nobody and to no date, and shows both as spans of a table', async () => {
    const { page, panel } = await panelAt('pallets');
    await panel.getByRole('button', { name: 'Correct the past …' }).click();
    await panel.getByLabel('True since').fill('2026-06-01');
    await panel.getByLabel('No date was expected').check();
    expect(await panel.getByLabel('Expected to close').isDisabled()).toBe(true);
    await panel.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: 'Shared pool' }).click();
    await panel.getByLabel('How do you know?').fill('Nobody worked on it');
    await panel.getByRole('button', { name: 'Correct', exact: true }).click();
    await panel.getByText(/corrected as of 2026-06-01.*Nobody worked on it/).waitFor();
    const { body } = await floor.api.get('/api/deals/pallets?asOf=2026-06-02T12:00:00Z');
    expect(body).toMatchObject({ ownerId: null, expectedCloseOn: null });
    await panel.getByRole('button', { name: 'As a table' }).click();
    const table = panel.getByRole('table', { name: 'What was true of Pallets, and when it was known' });
    await table.waitFor();
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      ...['True from', 'True until', 'Stage', 'Amount', 'Expected to close', 'Owner', 'Known from', 'Known until'],
    ]);
    const { items } = (await floor.api.get('/api/deals/pallets/history')).body;
    expect(await table.getByRole('row').count()).toBe(Math.min(items.length, 20) + 1);
    const latest = await table.getByRole('row').nth(1).getByRole('cell').allTextContents();
    expect([latest[1], latest[5], latest[7]]).toEqual(['still', 'Shared pool', 'still']);
    await page.context().close();
  });

  it('has tasks and activities of its own, whose forms close before the panel', async () => {
    const { page, panel } = await panelAt('cranes');
    const begin = async (deed: string) => {
      await panel.getByRole('button', { name: 'Activities' }).click();
      await page.getByRole('menuitem', { name: deed }).click();
    };
    const form = page.getByRole('dialog', { name: 'Add a task' });
    await begin('Add a task');
    await form.getByLabel('What is to be done?').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Activities' }).and(page.locator(':focus')).waitFor();
    await begin('Add a task');
    await form.getByLabel('What is to be done?').fill('Measure the site');
    await form.getByRole('button', { name: 'Add a task' }).click();
    await panel.getByRole('button', { name: 'Done: Measure the site' }).waitFor();
    await begin('Log an e-mail');
    const email = page.getByRole('dialog', { name: 'Log an e-mail' });
    await email.getByLabel('Subject').fill('Drawings');
    await email.getByRole('button', { name: 'Log an e-mail' }).click();
    await panel.getByRole('list', { name: 'Activities' }).getByText('E-mail: Drawings').waitFor();
    const { items } = (await floor.api.get('/api/activities?dealId=cranes')).body;
    expect(items.map(({ kind, customerId }: Record<string, string>) => [kind, customerId])).toEqual([
      ['email', 'acme'],
      ['task', 'acme'],
    ]);
    await panel.waitFor();
    await page.context().close();
  });

  it('is only read by whoever may not write it', async () => {
    const { page, panel } = await panelAt('forklifts', tokens.get('bo'));
    await panel.getByText('Ann Lee').first().waitFor();
    expect(await panel.getByRole('button', { name: /^Change:|…$/ }).count()).toBe(0);
    await page.context().close();
    const { page: own, panel: theirs } = await panelAt('forklifts', tokens.get('ann'));
    await theirs.getByRole('button', { name: 'Change: Amount' }).waitFor();
    await own.context().close();
  });
});
