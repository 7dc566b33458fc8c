import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { FIRST_DAY, openSalesFloor } from './sales-floor.js';

describeInBrowser('the pipeline board', () => {
  const floor = openSalesFloor();

  const cardsOf = (page: Page, stage: string) => page.getByRole('region', { name: `Deals in ${stage}` });
  const card = (page: Page, stage: string, name: string) => cardsOf(page, stage).getByRole('link', { name });
  const board = async (path = '/pipeline') => {
    const page = await floor.visit(path);
    await cardsOf(page, 'Lead').waitFor();
    return page;
  };
  const stageOf = async (id: string): Promise<string> => (await floor.api.get(`/api/deals/${id}`)).body.stage;
  const dragTo = async (page: Page, name: string, stage: string) => {
    await page.getByRole('link', { name }).first().hover();
    await page.mouse.down();
    const target = await cardsOf(page, stage).boundingBox();
    if (target === null) throw new Error(`${stage} is not on the page`);
    const [x, y] = [target.x + target.width / 2, target.y + target.height / 2];
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.move(x + 1, y + 1);
    await page.mouse.up();
  };

  it('shows the figures of the API and each deal once', async () => {
    const page = await board();
    await card(page, 'Lead', 'Forklifts').waitFor();
    expect(await cardsOf(page, 'Lead').getByRole('listitem').count()).toBe(3);
    expect(await page.getByText('$21,900', { exact: true }).count()).toBe(1);
    await page.context().close();
  });

  it('marks what is overdue on the day shown, in words', async () => {
    const on = { expectedCloseOn: '2026-05-05', occurredAt: '2026-03-11T09:00:00Z' };
    await floor.api.post('/api/deals/cranes/reschedule', on);
    const page = await floor.visit('/pipeline?day=2026-05-05');
    const card = page.locator('.deal-card', { has: page.getByRole('link', { name: 'Cranes' }) });
    await card.getByText('May 5, 2026').waitFor();
    expect(await card.getByText('Overdue').count()).toBe(0);
    await page.goto(`${floor.api.url}/pipeline?day=2026-05-07&deal=cranes`);
    await page.getByRole('dialog').getByText('Overdue; days past: 2').waitFor();
    await page.keyboard.press('Escape');
    await card.getByText('Overdue').waitFor();
    await page.context().close();
  });

  it('moves a deal by mouse: at once for who moves it, and live for who looks on', async () => {
    const [page, other] = await Promise.all([board(), board()]);
    await dragTo(page, 'Pallets', 'Offer');
    const dialog = page.getByRole('dialog', { name: 'What Offer needs' });
    await dialog.getByLabel('Expected to close on').fill('2027-01-15');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await card(page, 'Offer', 'Pallets').waitFor();
    await card(other, 'Offer', 'Pallets').waitFor();
    await expect.poll(() => stageOf('pallets')).toBe('offer');
    await Promise.all([page.context().close(), other.context().close()]);
  });

  it('moves a deal by keyboard alone; what its new stage requires is asked for', async () => {
    const page = await board();
    await page.getByRole('button', { name: 'Move or close Cranes' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Meeting' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'What Meeting needs' }).waitFor();
    expect(await page.getByText('Cranes stays where it was').count()).toBe(0);
    await expect.poll(() => stageOf('cranes')).toBe('lead');

    const dialog = page.getByRole('dialog', { name: 'What Meeting needs' });
    await dialog.getByLabel('Decision maker').focus();
    await page.keyboard.type('Ms Rivera');
    await page.keyboard.press('Enter');
    await card(page, 'Meeting', 'Cranes').waitFor();
    await expect
      .poll(async () => (await floor.api.get('/api/deals/cranes')).body)
      .toMatchObject({ stage: 'meeting', fields: { decisionMaker: 'Ms Rivera' } });
    await page.context().close();
  });

  it('asks why before a deal goes back', async () => {
    const page = await board();
    await dragTo(page, 'Cranes', 'Lead');
    const dialog = page.getByRole('dialog', { name: 'Back to Lead' });
    await dialog.getByLabel('Why does it go back?').fill('Their budget is gone');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await card(page, 'Lead', 'Cranes').waitFor();
    await expect.poll(() => stageOf('cranes')).toBe('lead');
    await page.context().close();
  });

  it('travels to a past day, where nothing can be moved, and back to now', async () => {
    const page = await board();
    expect(await page.getByRole('textbox', { name: 'Day' }).getAttribute('min')).toBe(FIRST_DAY);
    await page.getByRole('textbox', { name: 'Day' }).fill('2026-03-05');
    await card(page, 'Lead', 'Cranes').waitFor({ state: 'detached' });
    await card(page, 'Lead', 'Forklifts').waitFor();
    expect(page.url()).toContain('day=2026-03-05');
    expect(await page.getByRole('button', { name: 'Move or close Forklifts' }).count()).toBe(0);

    // All of it was recorded today: on that day nothing was known yet.
    await page.getByText('As we knew it then').click();
    await card(page, 'Lead', 'Forklifts').waitFor({ state: 'detached' });
    await page.getByText('All that is known of this day was recorded only on').waitFor();
    await page.getByText('This had not been recorded by then').waitFor();
    await page.getByRole('button', { name: 'Show it as it was' }).first().click();
    await card(page, 'Lead', 'Forklifts').waitFor();

    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByText('You are looking at Mar 5, 2026. Nothing can be changed there.').waitFor();
    expect(await page.getByRole('menuitem', { name: 'New deal' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Back to now' }).click();
    await card(page, 'Lead', 'Cranes').waitFor();
    await page.context().close();
  });

  it('plays the days from the first one on, can be stopped, and comes back to now', async () => {
    const page = await board();
    await page.getByRole('button', { name: 'Play the days' }).click();
    // The first day: only the first deal was there.
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await card(page, 'Lead', 'Cranes').waitFor({ state: 'detached' });
    await card(page, 'Lead', 'Forklifts').waitFor();
    await card(page, 'Lead', 'Cranes').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const day = new URL(page.url()).searchParams.get('day') ?? '';
    expect(day > FIRST_DAY).toBe(true);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('button', { name: 'Play the days' }).waitFor();
    expect(new URL(page.url()).searchParams.has('day')).toBe(false);
    await page.context().close();
  });

  it('keeps its filters in the address', async () => {
    const page = await board('/pipeline?owner=bo');
    await card(page, 'Offer', 'Pallets').waitFor();
    expect(await page.getByRole('link', { name: 'Forklifts' }).count()).toBe(0);
    await page.context().close();
  });

  it('marks what changed since a day', async () => {
    const page = await board('/pipeline?since=1');
    const summary = page.getByRole('region', { name: 'What changed' });
    await summary.getByText('Since').waitFor();
    // Cranes went to a meeting and came back; Pallets went on.
    await cardsOf(page, 'Offer').getByRole('listitem').filter({ hasText: 'Pallets' }).getByText('Moved').waitFor();
    expect(await cardsOf(page, 'Lead').getByText('New', { exact: true }).count()).toBe(0);
    await page.context().close();
  });

  it('wins a deal', async () => {
    const page = await board();
    await page.getByRole('button', { name: 'Move or close Forklifts' }).click();
    await page.getByRole('menuitem', { name: 'Won …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Won' }).click();
    await card(page, 'Lead', 'Forklifts').waitFor({ state: 'detached' });
    expect((await floor.api.get('/api/deals/forklifts')).body.status).toBe('Won');
    await page.context().close();
  });
});
