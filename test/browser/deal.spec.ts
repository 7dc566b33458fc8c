import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('the panel of a deal', () => {
  const floor = openSalesFloor();

  const panelOf = (page: Page, name: string) => page.getByRole('dialog', { name });
  const fact = (page: Page, label: string) =>
    page.getByRole('dialog').locator('.deal-fact', { has: page.getByRole('term').getByText(label, { exact: true }) });

  it('opens from a card by keyboard, on its heading, and gives the focus back', async () => {
    const page = await floor.visit('/pipeline');
    await page.getByRole('link', { name: 'Forklifts' }).focus();
    await page.keyboard.press('Enter');
    await panelOf(page, 'Forklifts').waitFor();
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Forklifts');
    expect(new URL(page.url()).searchParams.get('deal')).toBe('forklifts');
    await page.keyboard.press('Escape');
    await panelOf(page, 'Forklifts').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator(':focus').getAttribute('class')).toBe('deal-card-name');
    expect(new URL(page.url()).searchParams.has('deal')).toBe(false);
    await page.context().close();
  });

  it('shows what the deal is, what its next stage requires, and what it went through', async () => {
    const page = await floor.visit('/deals/forklifts');
    const panel = panelOf(page, 'Forklifts');
    await panel.waitFor();
    await fact(page, 'Amount').getByText('$12,000').waitFor();
    await fact(page, 'Owner').getByText('Ann Lee').waitFor();
    await fact(page, 'Stage').getByText('Decision maker: still missing').waitFor();
    const history = panel.getByRole('region', { name: 'History' });
    await history.getByText('Deal “Forklifts” opened in Lead for $12,000.00').waitFor();
    // It was true in March, and is known since today.
    await history.getByText(/Administrator · Mar 2, 2026.* · recorded on /).waitFor();
    expect(await history.getByRole('listitem').count()).toBe(1);
    await panel.getByRole('link', { name: 'Acme' }).click();
    await page.getByRole('heading', { name: 'Acme', level: 1 }).waitFor();
    await panel.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('opens from the deals of a customer, and the way back closes it', async () => {
    const page = await floor.visit('/customers/acme');
    await page.getByRole('link', { name: 'Cranes' }).click();
    await panelOf(page, 'Cranes').waitFor();
    expect(new URL(page.url()).pathname).toBe('/customers/acme');
    await page.goBack();
    await panelOf(page, 'Cranes').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows a past day as it was, and says that nothing can be changed there', async () => {
    const page = await floor.visit('/pipeline?day=2026-03-05&deal=forklifts');
    await panelOf(page, 'Forklifts').getByText('You are looking at Mar 5, 2026').waitFor();
    await page.goto(`${floor.api.url}/pipeline?day=2026-03-05&deal=cranes`);
    await page.getByRole('dialog').getByText('There was no such thing on that day').waitFor();
    await page.context().close();
  });
});
