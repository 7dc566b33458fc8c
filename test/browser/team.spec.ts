import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('the team and its leaderboard', () => {
  const floor = openSalesFloor(async (api) => {
    const occurredAt = '2026-03-01T09:00:00Z';
    await api.post('/api/quotas', { repId: 'ann', period: '2026-Q2', amount: usd(2_000_000), occurredAt });
    await api.post('/api/quotas', { repId: 'bo', period: '2026-Q2', amount: usd(4_000_000), occurredAt });
    await api.post('/api/quotas', { repId: 'bo', period: '2026-Q2', measure: 'deals', target: 4, occurredAt });
    await api.post('/api/deals/cranes/win', { signedOn: '2026-04-20', occurredAt: '2026-04-20T09:00:00Z' });
    await api.post('/api/deals/pallets/win', { signedOn: '2026-04-21', occurredAt: '2026-04-21T09:00:00Z' });
  });

  type Landing = Readonly<{ repId: string; projected: { amount: number }; quota: { amount: number } }>;

  const usd = (amount: number) => ({ amount, currency: 'USD' });

  it('says who will miss the quota and why, in the words and formats of the reader', async () => {
    const { body } = await floor.api.get('/api/reps/bo/landing?period=2026-Q2&asOf=2026-05-01T23:59:59.999Z');
    expect([body.state, body.reasons.length > 0]).toEqual(['willMiss', true]);
    const page = await floor.visit('/team?period=2026-Q2&day=2026-05-01');
    const row = page.getByRole('row').filter({ hasText: 'Bo Chen' });
    await row.getByText('Will miss').waitFor();
    expect(await row.textContent()).toContain('$40,000');
    expect(await row.textContent()).toContain('1%');
    expect(await row.getByRole('listitem').count()).toBe(body.reasons.length);
    await row.getByRole('cell', { name: '1 / 4 25%' }).waitFor();
    await page.locator('.tile').filter({ hasText: 'Deals won' }).getByText('of 4').waitFor();
    await page.context().close();

    const chinese = await floor.visit('/team?period=2026-Q2&day=2026-05-01', { locale: 'zh-CN' });
    await chinese.getByRole('row').filter({ hasText: 'Bo Chen' }).getByText('将落后').waitFor();
    await chinese.context().close();
  });

  it('has first who is expected to land the furthest below the quota', async () => {
    const query = 'period=2026-Q2&reps=ann,bo&asOf=2026-05-01T23:59:59.999Z';
    const { items } = (await floor.api.get(`/api/rep-landings?${query}`)).body;
    const share = Object.fromEntries(
      items.map(({ repId, projected, quota }: Landing) => [repId, projected.amount / quota.amount]),
    );
    expect(share.bo).toBeLessThan(share.ann);
    const page = await floor.visit('/team?period=2026-Q2&day=2026-05-01');
    const table = page.getByRole('table', { name: /^Who will reach the quota/ });
    await table.getByText('Bo Chen').waitFor();
    const names = await table.getByRole('row').locator('td:first-child').allTextContents();
    expect(names).toEqual(['Bo Chen', 'Ann Lee']);
    await page.context().close();
  });

  it('ranks by the measure chosen, and fills the screen', async () => {
    const page = await floor.visit('/leaderboard?period=2026-Q2');
    const board = page.getByRole('region', { name: 'Amount won, 2026-Q2' });
    await board.getByRole('listitem').first().waitFor();
    const values = board.locator('.standing-value');
    expect(await values.allTextContents()).toEqual(['$9,500', '$400']);
    expect(await board.locator('.standing-name').allTextContents()).toEqual([
      expect.stringContaining('Ann Lee'),
      expect.stringContaining('Bo Chen'),
    ]);
    await page.getByText('Deals won').click();
    await page.getByRole('region', { name: 'Deals won, 2026-Q2' }).getByText('Bo Chen').waitFor();
    await page.getByText('Attainment', { exact: true }).click();
    await page.getByRole('region', { name: 'Attainment, 2026-Q2' }).getByText('47.5%').waitFor();
    await page.getByRole('radiogroup', { name: 'Quotas of' }).getByText('Deals').click();
    const ofDeals = page.getByRole('region', { name: 'Attainment in deals, 2026-Q2' });
    await ofDeals.getByText('25%').waitFor();
    expect(await ofDeals.locator('.standing-name').allTextContents()).toEqual(['Bo Chen']);
    await page.getByRole('button', { name: 'Full screen' }).click();
    await page.locator('.leaderboard:fullscreen').waitFor();
    await page.context().close();
  });

  it('keeps itself up to date', async () => {
    const page = await floor.visit('/leaderboard?period=2026-Q2');
    await page.getByText('$400').waitFor();
    await floor.api.post('/api/deals', {
      id: 'late',
      name: 'Late',
      customerId: 'globex',
      ownerId: 'bo',
      amount: usd(5_000_000),
      occurredAt: '2026-04-22T09:00:00Z',
    });
    await floor.api.post('/api/deals/late/win', { signedOn: '2026-05-05', occurredAt: '2026-05-05T09:00:00Z' });
    await page.getByText('$50,400').waitFor();
    await page.context().close();
  });
});
