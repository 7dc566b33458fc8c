import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('the pages of analysts', () => {
  const floor = openSalesFloor(async (api) => {
    await api.post('/api/deals/pallets/win', { signedOn: '2026-05-04', occurredAt: '2026-05-04T09:00:00Z' });
  });

  it('show how deals went through the stages, and by cohorts', async () => {
    const page = await floor.visit('/analyst/funnel');
    await page.getByLabel('From').fill('2026-01-01');
    const funnel = page.getByRole('region', { name: 'What became of deals that entered each stage since Jan 1' });
    await funnel.getByRole('button', { name: 'Table' }).click();
    const { stages } = (await floor.api.get('/api/pipelines/sale/conversion?from=2026-01-01')).body;
    expect(stages[0]).toMatchObject({ name: 'Lead', entered: 3, won: 1 });
    const lead = await funnel.getByRole('row').filter({ hasText: 'Lead' }).textContent();
    expect(lead).toContain(`Lead3${stages[0].advanced}10`);
    await page.getByRole('region', { name: 'Conversion of each stage by quarter' }).getByText('2026-Q1').waitFor();
    await page.context().close();
  });

  it('lead from each count and cohort of the funnel to its deals', async () => {
    const page = await floor.visit('/analyst/funnel?from=2026-01-01');
    const funnel = page.getByRole('region', { name: 'What became of deals that entered each stage since Jan 1' });
    await funnel.getByRole('button', { name: 'Table' }).click();
    await funnel.getByRole('button', { name: 'Lead, Entered: 3. Show the deals' }).click();
    const entered = page.getByRole('region', { name: 'Deals that came into Lead: Entered' });
    await entered.getByRole('link').nth(2).waitFor();
    await entered.getByRole('combobox', { name: 'Which of them' }).click();
    await page.getByRole('option', { name: 'Won' }).click();
    const won = page.getByRole('region', { name: 'Deals that came into Lead: Won' });
    const rows = won.getByRole('row');
    await rows.nth(1).waitFor();
    expect([await rows.count(), await rows.nth(1).textContent()]).toEqual([2, expect.stringContaining('Won')]);
    expect(new URL(page.url()).searchParams.get('row')).toBe('won');
    const cohorts = page.getByRole('region', { name: 'Conversion of each stage by quarter' });
    await cohorts.getByRole('button', { name: /^Lead, 2026-Q1/ }).click();
    await page.getByRole('region', { name: 'Deals that came into Lead in 2026-Q1: Entered' }).waitFor();
    await page.getByRole('button', { name: 'Hide the deals' }).click();
    expect(await page.getByRole('region', { name: /^Deals that came into/ }).count()).toBe(0);
    await page.context().close();
  });

  it('weigh the board by other probabilities, beside what was', async () => {
    const page = await floor.visit('/analyst/what-if');
    await page.getByLabel('Lead').fill('50');
    const chart = page.getByRole('region', { name: 'Weighted pipeline by stage' });
    await chart.getByRole('button', { name: 'Table' }).click();
    // 21,500 open in Lead: a tenth of it as it was, half of it if.
    await chart.getByText('$10,750').waitFor();
    expect(await chart.getByRole('row').filter({ hasText: 'Lead' }).textContent()).toBe(
      'Lead2$21,500$2,150$10,750$8,600',
    );
    await page.context().close();
  });

  it('ask a question of many instants, show its rows, and give its files', async () => {
    const page = await floor.visit('/analyst/replays');
    await page.getByRole('button', { name: 'New replay' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('From').fill('2026-04-01');
    await form.getByLabel('To').fill('2026-05-01');
    await form.getByRole('combobox', { name: 'By what was known' }).click();
    await page.getByRole('option', { name: 'now' }).click();
    await form.getByRole('button', { name: 'Start' }).click();
    await page.getByText('Completed · 6 rows').waitFor();
    const rows = page.getByRole('region', { name: 'The first 6 rows' });
    await rows.getByRole('row').filter({ hasText: 'Apr 1, 2026' }).filter({ hasText: 'Lead' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(7);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No replay yet').waitFor();
    await page.context().close();
  });

  it('weigh the board by another stage list, and say whose deals are left out', async () => {
    const page = await floor.visit('/analyst/what-if');
    await page.getByText('Stage list').click();
    await page.getByRole('button', { name: 'Remove stage 1', exact: true }).click();
    await page.getByText('Deals of these stages stand nowhere, and weigh nothing: Lead').waitFor();
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await page.getByRole('textbox', { name: 'Stage 3' }).fill('Early');
    await page.getByLabel('Probability 3').fill('40');
    await page.getByRole('combobox', { name: 'With the deals of (3)' }).click();
    await page.getByRole('option', { name: 'Lead' }).click();
    await page.keyboard.press('Escape');
    const chart = page.getByRole('region', { name: 'Weighted pipeline by stage' });
    await chart.getByRole('button', { name: 'Table' }).click();
    // 21,500 open: a tenth of it as it was, 40 % of it in the stage that takes them over.
    await chart.getByText('$8,600').first().waitFor();
    const rows = await chart.getByRole('row').allTextContents();
    expect(rows.slice(1)).toEqual(['Lead20$2,150$0-$2,150', 'Early02$0$8,600$8,600']);
    await page.context().close();
  });

  it('credit the deals of one rep to another', async () => {
    const page = await floor.visit('/analyst/what-if?kind=owners&day=2026-06-30');
    const choose = async (label: string, option: string) => {
      await page.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await choose('What was of (1)', 'Bo Chen');
    await choose('Would be of (1)', 'Ann Lee');
    const chart = page.getByRole('region', { name: 'Weighted forecast of 2026-Q2 by owner' });
    await chart.getByRole('button', { name: 'Table' }).click();
    await chart.getByRole('row').filter({ hasText: 'Ann Lee$0$400' }).waitFor();
    await chart.getByRole('row').filter({ hasText: 'Bo Chen$400$0' }).waitFor();
    await page.context().close();
  });

  it('score each method by what came', async () => {
    const page = await floor.visit('/analyst/back-tests');
    await page.getByLabel('From').fill('2026-04-01');
    await page.getByRole('combobox', { name: 'Forecast of' }).click();
    await page.getByRole('option', { name: 'Months' }).click();
    // All of it was recorded today: what was known then is nothing.
    const known = page.getByRole('combobox', { name: 'By what was known' });
    await expect.poll(() => known.inputValue()).toBe('now');
    await known.click();
    await page.getByRole('option', { name: 'then' }).click();
    await page.getByText('earlier instants find nothing').waitFor();
    await known.click();
    await page.getByRole('option', { name: 'now' }).click();
    await page.getByRole('button', { name: 'Run the back-test' }).click();
    const chart = page.getByRole('region', { name: 'Accuracy of each method' });
    await chart.getByRole('button', { name: 'Table' }).click();
    const id = new URL(page.url()).searchParams.get('id');
    const { summary } = (await floor.api.get(`/api/back-tests/${id}`)).body;
    const methods = summary.filter(({ horizon }: { horizon: number | null }) => horizon === null);
    expect(await chart.getByRole('row').count()).toBe(methods.length + 1);
    await page.context().close();
  });
});
