import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('reports', () => {
  const floor = openSalesFloor(async (api) => {
    await api.post('/api/deals/cranes/win', { signedOn: '2026-04-20', occurredAt: '2026-04-20T09:00:00Z' });
    await api.post('/api/deals/pallets/win', { signedOn: '2026-05-21', occurredAt: '2026-05-21T09:00:00Z' });
    await api.post('/api/deals/forklifts/lose', { reason: 'Price', occurredAt: '2026-05-02T09:00:00Z' });
  });
  const figures = (page: Page) => page.getByRole('table', { name: 'All figures by' });
  const rowOf = (page: Page, name: string) => figures(page).getByRole('row').filter({ hasText: name });
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('show the figures of the API beside those of the period before', async () => {
    const page = await floor.visit('/reports?report=pipeline-created&period=2026-Q2');
    await rowOf(page, 'Bo Chen').waitFor();
    expect(await rowOf(page, 'Bo Chen').textContent()).toBe('Bo Chen$400before $01before 0');
    expect(await rowOf(page, 'Ann Lee').textContent()).toBe('Ann Lee$0before $21,500 (-100%)0before 2 (-100%)');
    const total = page.getByRole('region', { name: 'In total: Pipeline created, 2026-Q2' });
    expect(await total.textContent()).toContain('Amount created$400before $21,500 (-98.1%)');
    const chart = page.getByRole('region', { name: 'Amount created by Owner, 2026-Q2 (USD)' });
    await chart.getByRole('img').locator('svg').waitFor();
    await chart.getByRole('button', { name: 'Table' }).click();
    expect(await chart.getByRole('row').last().textContent()).toBe('Ann Lee$0$21,500');
    await page.context().close();
  });

  it('lead down to the deals behind a row, at an address that can be handed on', async () => {
    const page = await floor.visit('/reports?period=2026-Q2&compare=none');
    await rowOf(page, 'Ann Lee').getByRole('button').click();
    const deals = page.getByRole('table', { name: 'Deals behind Ann Lee' });
    await deals.getByRole('link', { name: 'Cranes' }).waitFor();
    await deals.getByRole('link', { name: 'Forklifts' }).waitFor();
    await page.reload();
    await deals.getByRole('link', { name: 'Forklifts' }).waitFor();
    const lines = await deals.getByRole('row').allTextContents();
    expect(lines.slice(1)).toEqual(['ForkliftsLost$12,000May 2, 2026Ann Lee', 'CranesWon$9,500Apr 20, 2026Ann Lee']);
    await page.context().close();
  });

  it('name customers, too', async () => {
    const page = await floor.visit('/reports?period=2026-Q2&compare=none&group=customer&second=owner');
    await rowOf(page, 'Globex').waitFor();
    const chart = page.getByRole('region', { name: 'Win rate by Customer, 2026-Q2' });
    await chart.getByRole('button', { name: 'Table' }).click();
    await chart.getByRole('cell', { name: 'Acme' }).waitFor();
    await page.context().close();
  });

  it('are chosen, grouped and narrowed, and handed out as the files of the API', async () => {
    const page = await floor.visit('/reports?period=2026-Q2');
    await choose(page, 'Report', 'Losses');
    await rowOf(page, 'Price').waitFor();
    await choose(page, 'Grouped by', 'Month');
    await rowOf(page, '2026-05').waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await choose(page, 'Owner', 'Bo Chen');
    await page.getByText('Nothing to report').waitFor();
    await choose(page, 'Owner', 'Ann Lee');
    await rowOf(page, '2026-05').waitFor();
    const href = (await page.getByRole('link', { name: 'As CSV' }).getAttribute('href')) ?? '';
    const { text } = await floor.api.get(href);
    expect(text.split('\r\n')[1]).toMatch(/^2026-05,1,12000/);
    await page.context().close();
  });

  it('have groups within their groups, down to the deals of a pair', async () => {
    const page = await floor.visit('/reports?report=pipeline-created&period=2026-Q1&second=month');
    await rowOf(page, '2026-03').getByRole('button').click();
    const deals = page.getByRole('table', { name: 'Deals behind Ann Lee, 2026-03' });
    await deals.getByRole('link', { name: 'Cranes' }).waitFor();
    expect(await figures(page).getByRole('row').allTextContents()).toEqual([
      'Owner, MonthAmount createdDeals created',
      'Ann Lee$21,500before $02before 0',
      '2026-03$21,500before $02before 0',
    ]);
    await page.context().close();
  });

  it('show what had been known and true on a past day', async () => {
    const page = await floor.visit('/reports?period=2026-Q2&compare=none&day=2026-04-30');
    await rowOf(page, 'Ann Lee').waitFor();
    expect(await rowOf(page, 'Ann Lee').textContent()).toContain('Ann Lee100%100%1$9,500');
    expect(await rowOf(page, 'Bo Chen').count()).toBe(0);
    await page.context().close();
  });

  it('are saved under a name with a mailing, opened, changed and discarded', async () => {
    const page = await floor.visit('/reports?report=losses&period=2026-Q2');
    await rowOf(page, 'Price').waitFor();
    await page.getByRole('button', { name: 'Save …' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Why we lost');
    await choose(page, 'Period', 'The quarter before');
    await choose(page, 'Send it by mail', 'Each month');
    await choose(page, 'To', 'Ann Lee');
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Why we lost is saved').waitFor();
    const [saved] = (await floor.api.get('/api/saved-reports')).body.items;
    expect(saved).toMatchObject({
      ...{ name: 'Why we lost', report: 'losses', period: null, relative: 'lastQuarter', compare: ['previous'] },
      schedule: { every: 'month', format: 'xlsx', recipients: ['ann'] },
    });

    const list = page.getByRole('table', { name: 'Saved reports' });
    await list.getByRole('link', { name: 'Why we lost' }).click();
    await page.getByRole('button', { name: 'Save …' }).click();
    await form.getByLabel('Name').fill('Why we lost, weekly');
    await choose(page, 'Send it by mail', 'Each week');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await list.getByText('Each week, XLSX: Ann Lee').waitFor();
    expect((await floor.api.get('/api/saved-reports')).body.items).toMatchObject([{ id: saved.id }]);

    await list.getByRole('button', { name: 'Discard Why we lost, weekly' }).click();
    await page.getByText('No report is saved yet.').waitFor();
    expect((await floor.api.get('/api/saved-reports')).body.items).toEqual([]);
    await page.context().close();
  });

  it('speak Chinese, too', async () => {
    const page = await floor.visit('/reports?report=losses&period=2026-Q2', { locale: 'zh-CN' });
    await page.getByRole('region', { name: '合计：输单，2026-Q2' }).getByText('上一周期 0').waitFor();
    await page.context().close();
  });
});
