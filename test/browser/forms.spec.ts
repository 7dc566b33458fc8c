import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ADMIN } from '../e2e/running-api.js';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('forms over a page', () => {
  const floor = openSalesFloor();

  const menuOf = (page: Page, deal: string) => page.getByRole('button', { name: `Move or close ${deal}` });
  const hasFocus = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor();
  const board = async () => {
    const page = await floor.visit('/pipeline');
    await menuOf(page, 'Forklifts').waitFor();
    return page;
  };
  const openDealForm = async (page: Page) => {
    await page.getByRole('button', { name: 'New', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'New deal' }).click();
    await page.getByLabel('What is being sold').and(page.locator(':focus')).waitFor();
  };

  it('give the focus back to where it came from, and begin on their first field', async () => {
    const page = await board();
    await menuOf(page, 'Forklifts').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Won …' }).waitFor();
    await page.keyboard.press('Escape');
    await hasFocus(page, 'Move or close Forklifts');

    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Won …' }).click();
    await page.getByRole('dialog').getByLabel('Signed on').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await hasFocus(page, 'Move or close Forklifts');

    await openDealForm(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New', exact: true }).and(page.locator(':focus')).waitFor();
    await page.context().close();
  });

  it('leave the focus with a card that has moved', async () => {
    const page = await board();
    await menuOf(page, 'Pallets').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Meeting' }).click();
    const dialog = page.getByRole('dialog', { name: 'What Meeting needs' });
    await dialog.getByLabel('Decision maker').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Mr Ode');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Deals in Meeting' }).getByRole('link', { name: 'Pallets' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await hasFocus(page, 'Move or close Pallets');
    await page.context().close();
  });

  it('warn of a signature before the deal was opened, which stays allowed', async () => {
    const page = await board();
    await menuOf(page, 'Forklifts').click();
    await page.getByRole('menuitem', { name: 'Won …' }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByText('opened only on').count()).toBe(0);
    await form.getByLabel('Signed on').fill('2021-05-04');
    await form.getByText('The deal was opened only on Mar 2, 2026.').waitFor();
    expect(await form.getByRole('button', { name: 'Won' }).isEnabled()).toBe(true);
    await page.context().close();
  });

  it('ask before what was typed is thrown away', async () => {
    const page = await board();
    await openDealForm(page);
    await page.keyboard.type('Winches');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep writing' }).click();
    expect(await page.getByLabel('What is being sold').inputValue()).toBe('Winches');
    await page.mouse.click(5, 5);
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('are kept while a session that has ended begins anew over them', async () => {
    const page = await floor.visit('/customers/acme');
    await page.getByRole('button', { name: 'Take a note' }).click();
    const form = page.getByRole('dialog', { name: 'Take a note' });
    await form.getByLabel('Note').fill('They want it before May');
    await page.context().clearCookies();
    await form.getByRole('button', { name: 'Take a note' }).click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await page.getByText('Signed out', { exact: true }).waitFor();
    await again.getByLabel('Token').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(ADMIN);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await form.getByLabel('Note').inputValue()).toBe('They want it before May');
    await form.getByRole('button', { name: 'Take a note' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('They want it before May').waitFor();
    await page.context().close();
  });

  it('say in the language chosen why something was refused', async () => {
    const page = await floor.visit('/pipeline');
    await page.evaluate("localStorage.setItem('annals-language', 'zh')");
    await page.reload();
    await page.getByRole('button', { name: '移动或关闭 Cranes' }).click();
    await page.getByRole('menuitem', { name: '输单…' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('输单原因').fill('-');
    await floor.api.post('/api/deals/cranes/win', {});
    await form.getByText('此商机刚被他人修改').waitFor();
    await form.getByRole('button', { name: '仍以我的为准' }).click();
    await form.getByRole('button', { name: '输单' }).click();
    await form.getByText('该商机已关闭：期间已赢单或输单。').waitFor();
    await page.context().close();
  });

  it('a card offers only the stages that its process lets it into', async () => {
    const process = (await floor.api.get('/api/processes/sale')).body;
    const { name, stages } = process;
    await floor.api.post('/api/processes/sale/revise', { name, stages, rules: { allowSkip: false, allowBack: false } });
    const page = await board();
    await menuOf(page, 'Forklifts').click();
    await page.getByRole('menuitem', { name: 'Meeting' }).waitFor();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Meeting', 'Won …', 'Lost …']);
    await page.context().close();
  });
});
