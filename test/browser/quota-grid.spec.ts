import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('the quotas of a team in one table', () => {
  const year = new Date().getUTCFullYear();
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const floor = openSalesFloor(async (api) => {
    await api.post('/api/teams', { id: 'south', name: 'South' });
    const email = (id: string) => `${id}@example.com`;
    await api.post('/api/reps', {
      id: 'mia',
      name: 'Mia Okoro',
      email: email('mia'),
      teamId: 'north',
      role: 'manager',
    });
    await api.post('/api/reps', { id: 'cy', name: 'Cy Young', email: email('cy'), teamId: 'south', role: 'rep' });
    await api.post('/api/quotas', { repId: 'ann', period: `${year}-Q1`, amount: usd(1_000_000) });
  });

  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Set many' }).click();
    const form = page.getByRole('dialog', { name: 'Set many' });
    await form.getByRole('table').waitFor();
    return form;
  };
  const quotas = async () => {
    const { items } = (await floor.api.get('/api/quotas?limit=200')).body;
    return Object.fromEntries(
      items.map(({ repId, period, amount }: Record<string, unknown>) => [`${repId} ${period}`, amount]),
    );
  };

  it('are typed with the keyboard alone, and only those that were changed are set', async () => {
    const page = await floor.visit('/control/quotas');
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/quotas')) sent.push(request.postDataJSON());
    });
    const form = await open(page);
    const cell = (name: string, quarter: number) => form.getByLabel(`${name}, ${year}-Q${quarter}`);
    expect(await cell('Ann Lee', 1).inputValue()).toBe('10000');
    await cell('Ann Lee', 2).focus();
    await page.keyboard.type('12,500.50');
    await page.keyboard.press('ArrowDown');
    await cell('Bo Chen', 2).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('8000');
    await form
      .getByRole('row', { name: /^Together/ })
      .getByText('$20,500.50')
      .waitFor();
    await form.getByRole('button', { name: 'Set quotas: 2' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Quotas set: 2').waitFor();
    expect(sent).toEqual([
      { repId: 'ann', period: `${year}-Q2`, amount: usd(1_250_050) },
      { repId: 'bo', period: `${year}-Q2`, amount: usd(800_000) },
    ]);
    expect(await quotas()).toEqual({
      [`ann ${year}-Q1`]: usd(1_000_000),
      [`ann ${year}-Q2`]: usd(1_250_050),
      [`bo ${year}-Q2`]: usd(800_000),
    });
    await page.context().close();
  });

  it('are those of the own team for a manager, and what is no amount is not sent', async () => {
    const { token } = (await floor.api.post('/api/reps/mia/tokens', {})).body;
    const context = await floor.browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await context.request.post(`${floor.api.url}/api/session`, { data: { token } });
    const page = await context.newPage();
    await page.goto(`${floor.api.url}/control/quotas`);
    const form = await open(page);
    await form.getByText('Months').click();
    await form.getByLabel(`Bo Chen, ${year}-12`).waitFor();
    expect(await form.getByLabel(/^Cy Young/).count()).toBe(0);
    await form.getByLabel(`Bo Chen, ${year}-12`).fill('many');
    expect(await form.getByLabel(`Bo Chen, ${year}-12`).getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByRole('button', { name: 'Nothing is changed' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await form.getByText('Throw away what you typed?').waitFor();
    await context.close();
  });
});
