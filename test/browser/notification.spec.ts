import { expect, it } from 'vitest';
import { type Notice, raiseNotification } from '#notifications/raise-notification.contract.js';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

const notice = (cause: string, topic: string, id: string): Notice => ({
  recipientId: 'admin',
  topic,
  subject: `${id}: ${topic}`,
  text: 'Won so far: USD 0.00 of USD 40000.00.',
  about: { kind: 'rep', id, period: '2026-Q2' },
  cause,
});

describeInBrowser('notifications', () => {
  const floor = openSalesFloor(async (api) => {
    const amount = { amount: 4_000_000, currency: 'USD' };
    await api.post('/api/quotas', { repId: 'bo', period: '2026-Q2', amount, occurredAt: '2026-03-01T09:00:00Z' });
    await raiseNotification(api.platform, notice('first', 'quotaMet', 'ann'));
  });
  const unread = async (): Promise<readonly string[]> => {
    const { items } = (await floor.api.get('/api/notifications?unread=true')).body;
    return items.map(({ about }: { about: { id: string } }) => about.id);
  };

  it('ring while the page is open, lead to the landing behind them, and are read then', async () => {
    const page = await floor.visit('/customers');
    await page.getByRole('button', { name: 'Notifications: 1 unread' }).waitFor();
    await raiseNotification(floor.api.platform, notice('second', 'quotaWillMiss', 'bo'));
    await page.getByRole('button', { name: 'Notifications: 2 unread' }).click();
    const list = page.getByRole('dialog', { name: 'Notifications' });
    await list.getByText('Ann Lee has met the quota of 2026-Q2: well done!').waitFor();
    await list.getByRole('link', { name: 'Bo Chen is likely to miss the quota of 2026-Q2' }).click();
    const landings = page.getByRole('region', { name: 'Who will reach the quota of 2026-Q2' });
    await landings.getByRole('row').filter({ hasText: 'Bo Chen' }).waitFor();
    expect(await landings.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'Notifications: 1 unread' }).waitFor();
    expect(await unread()).toEqual(['ann']);
    await page.context().close();
  });

  it('are listed with what was said, and marked as read without being followed', async () => {
    const page = await floor.visit('/notifications');
    const list = page.getByRole('region', { name: 'Notifications' });
    await list.getByText('Won so far: USD 0.00 of USD 40000.00.').nth(1).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);
    await page.getByText('Unread', { exact: true }).click();
    await list.getByText('Bo Chen').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('Everything is read').waitFor();
    expect(await unread()).toEqual([]);
    await page.context().close();
  });

  it('are told in the language of the reader', async () => {
    const page = await floor.visit('/notifications', { locale: 'zh-CN' });
    await page.getByText('Bo Chen 很可能完不成 2026-Q2 的配额').waitFor();
    await page.context().close();
  });
});
