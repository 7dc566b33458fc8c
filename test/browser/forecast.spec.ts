import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('the forecast', () => {
  const year = String(new Date().getUTCFullYear());

  const floor = openSalesFloor(async (api) => {
    await api.post('/api/deals/forklifts/reschedule', { expectedCloseOn: `${year}-12-20` });
    for (const repId of ['ann', 'bo']) {
      await api.post('/api/quotas', { repId, period: year, amount: { amount: 2_000_000, currency: 'USD' } });
    }
  });

  it('shows the figures of the API as a chart and as a table', async () => {
    const page = await floor.visit('/forecast?by=year');
    const chart = page.getByRole('region', { name: 'Forecast by period against quota (USD)' });
    await chart.getByRole('img').locator('svg').waitFor();
    await chart.getByRole('button', { name: 'Table' }).click();
    const row = chart.getByRole('row').filter({ hasText: year });
    expect(await row.textContent()).toContain('$12,000');
    await page.context().close();
  });

  it('leads from a figure to the deals behind it, by keyboard and with an address', async () => {
    const page = await floor.visit('/forecast?by=year');
    const chart = page.getByRole('region', { name: 'Forecast by period against quota (USD)' });
    await chart.getByRole('button', { name: 'Table' }).click();
    const figure = chart.getByRole('button', { name: `${year}, Pipeline: $12,000. Show the deals` });
    await figure.focus();
    await page.keyboard.press('Enter');
    const behind = page.getByRole('region', { name: `Pipeline in ${year}: the deals behind it` });
    await behind.getByRole('link', { name: 'Forklifts' }).waitFor();
    expect(new URL(page.url()).searchParams.get('column')).toBe('pipeline');
    await page.goto(`${floor.api.url}/forecast?by=year&period=${year}&group=owner&of=bo&column=pipeline`);
    const none = page.getByRole('region', { name: `Pipeline in ${year}, Bo Chen: the deals behind it` });
    await none.getByText('No deal stands behind this.').waitFor();
    await none.getByRole('button', { name: 'Hide the deals' }).click();
    await none.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('leads from a bar to the deals behind it', async () => {
    const page = await floor.visit(`/forecast?by=year&period=${year}&group=owner`);
    const chart = page.getByRole('region', { name: `${year} by Owner (USD)` }).getByRole('img');
    await chart.getByText('Quota').waitFor();
    // The legend is drawn after the bars.
    await chart.locator('path[fill="#c4cbd6"]').first().click();
    await page
      .getByRole('region', { name: `Pipeline in ${year}, Ann Lee: the deals behind it` })
      .getByRole('link', { name: 'Forklifts' })
      .waitFor();
    await page.context().close();
  });

  it('leads from what is in no group to its deals, until others are asked for', async () => {
    const page = await floor.visit(`/forecast?by=year&period=${year}&group=source`);
    const chart = page.getByRole('region', { name: `${year} by Source (USD)` });
    await chart.getByRole('button', { name: 'Table' }).click();
    await chart.getByRole('button', { name: /^None, Pipeline: / }).click();
    const behind = page.getByRole('region', { name: `Pipeline in ${year}, None: the deals behind it` });
    const { items } = (await floor.api.get(`/api/forecasts/${year}/deals?column=pipeline&ungrouped=source`)).body;
    expect(items.length).toBeGreaterThan(0);
    await behind
      .getByRole('link')
      .nth(items.length - 1)
      .waitFor();
    expect(await behind.getByRole('link').count()).toBe(items.length);
    await page.goto(`${page.url()}&owner=ann`);
    await behind.waitFor();
    await page.getByRole('combobox', { name: 'Rep', exact: true }).click();
    await page.getByRole('option', { name: 'Bo Chen' }).click();
    await behind.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('leads from a step of the waterfall to its deals, then and now', async () => {
    const page = await floor.visit('/forecast?by=year&owner=bo');
    const chart = page.getByRole('region', { name: /^How the pipeline came from/ });
    await chart.getByLabel('From').fill('2026-03-15');
    await chart.getByRole('button', { name: 'Table' }).click();
    await chart.getByRole('button', { name: 'Created: 1. Show the deals' }).click();
    const behind = page.getByRole('region', { name: 'Created since Mar 15, 2026: the deals behind it' });
    const row = behind.getByRole('row').filter({ has: page.getByRole('link', { name: 'Pallets' }) });
    await row.getByText('Administrator · Apr 1, 2026').waitFor();
    expect(await behind.getByRole('row').count()).toBe(2);
    await page.context().close();
  });

  it('has what was submitted and adjusted beside what the deals say', async () => {
    const said = { ownerId: 'ann', category: 'commit' };
    await floor.api.post(`/api/forecasts/${year}/submit`, { ...said, amount: { amount: 1_100_000, currency: 'USD' } });
    await floor.api.post(`/api/forecasts/${year}/adjust`, { ...said, amount: { amount: 900_000, currency: 'USD' } });
    const page = await floor.visit(`/forecast?by=year&owner=ann`);
    const chart = page.getByRole('region', { name: 'Forecast by period against quota (USD)' });
    await chart.getByRole('button', { name: 'Table' }).click();
    await chart.getByRole('columnheader', { name: 'Submitted up to Commit' }).waitFor();
    const row = chart.getByRole('row').filter({ hasText: year });
    expect(await row.textContent()).toContain('$11,000');
    expect(await row.textContent()).toContain('$9,000');
    await page.context().close();
  });

  it('gives a chart as a picture, as a drawing, and its figures as a file', async () => {
    const page = await floor.visit('/forecast?by=year');
    const chart = page.getByRole('region', { name: 'Forecast by period against quota (USD)' });
    await chart.getByRole('img').locator('svg').waitFor();
    const saved = async (button: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await chart.getByRole('button', { name: button }).click();
      return readFileSync(await (await download).path());
    };
    const png = await saved('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // The width stands behind the signature and the name of the first chunk.
    expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
    expect((await saved('SVG')).toString()).toMatch(/^<svg[\s\S]*<\/svg>$/);
    expect((await saved('CSV')).toString()).toContain(`"${year}",0,0,0,12000`);
    await page.context().close();
  });

  it('shows how the forecast of a period developed, as the API has it', async () => {
    const page = await floor.visit(`/forecast?by=year&period=${year}`);
    const chart = page.getByRole('region', { name: `How ${year} developed (USD)` });
    await chart.getByRole('button', { name: 'Table' }).click();
    expect(await chart.getByRole('row').last().textContent()).toContain('$12,000');
    await page.getByRole('region', { name: 'Accuracy of past forecasts' }).waitFor();
    await page.context().close();
  });

  it('marks the quota of each owner, and joins none of them with a line', async () => {
    const page = await floor.visit(`/forecast?by=year&period=${year}&group=owner`);
    const chart = page.getByRole('region', { name: `${year} by Owner (USD)` }).getByRole('img');
    await chart.getByText('Quota').waitFor();
    const marks = chart.locator('path[fill="#d55e00"]');
    // One in the legend, one for each of two owners.
    expect(await marks.count()).toBe(3);
    expect(await chart.locator('path[stroke="#d55e00"]:not([stroke-opacity="0"])').count()).toBe(0);
    await page.context().close();
  });

  it('shows at once what somebody else says of it', async () => {
    const next = String(Number(year) + 1);
    const page = await floor.visit(`/forecast?by=year&period=${next}`);
    await page.getByText('Nobody has adjusted this period.').waitFor();
    const amount = { amount: 700_000, currency: 'USD' };
    await floor.api.post(`/api/forecasts/${next}/adjust`, { ownerId: 'bo', category: 'commit', amount, note: 'Sure' });
    await page.getByRole('cell', { name: 'Sure' }).waitFor();
    await page.context().close();
  });

  it('is submitted in place, and late when it is after the deadline', async () => {
    const past = String(Number(year) - 1);
    await floor.api.post('/api/forecasts/deadlines', { unit: 'year', dueOnDay: 5 });
    const page = await floor.visit(`/forecast?by=year&period=${past}`);
    await page.getByRole('button', { name: 'Submit' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Whose forecast' }).fill('Bo');
    await page.getByRole('option', { name: 'Bo Chen' }).click();
    await form.getByLabel('Amount (USD)').fill('400');
    await form.getByRole('button', { name: 'Submit' }).click();
    const list = page.getByRole('table', { name: `Submitted for ${past}` });
    const row = await list.getByRole('row').nth(1).textContent();
    const [{ late, amount }] = (await floor.api.get(`/api/forecasts/${past}/submissions`)).body.items;
    expect([late, amount.amount]).toEqual([true, 40_000]);
    expect(row).toMatch(/^Bo ChenCommit\$400Administrator · .* · late$/);
    await page.context().close();
  });

  it('is adjusted in place, with a note', async () => {
    const page = await floor.visit(`/forecast?by=year&period=${year}`);
    await page.getByRole('button', { name: 'Adjust' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Whose forecast' }).fill('Ann');
    await page.getByRole('option', { name: 'Ann Lee' }).click();
    await form.getByLabel('Amount (USD)').fill('15000');
    await form.getByLabel('Why').fill('The cranes come on top');
    await form.getByRole('button', { name: 'Adjust' }).click();
    await page.getByRole('cell', { name: 'The cranes come on top' }).waitFor();
    const { items } = (await floor.api.get(`/api/forecasts/${year}/adjustments`)).body;
    expect(items).toMatchObject([
      {
        ownerId: 'ann',
        category: 'commit',
        amount: { amount: 1_500_000, currency: 'USD' },
        note: 'The cranes come on top',
      },
    ]);
    await page.context().close();
  });
});
