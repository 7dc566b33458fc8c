import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

/** Each page, by what it is known to be there, and the name of something on it that only a keyboard is to reach. */
const PAGES = [
  ['/pipeline', 'Forklifts', 'Move or close Forklifts'],
  ['/customers', 'Globex', 'Globex'],
  ['/customers/acme', 'Owners over time', 'Log a call'],
  ['/forecast', 'How', 'Adjust'],
  ['/team', 'Pace', 'Play the days'],
  ['/leaderboard', 'Full screen', 'Full screen'],
  ['/reports?all=true&report=pipeline-created', 'Ann Lee', 'Bo Chen'],
  ['/notifications', 'Nothing yet', 'Notifications: 0 unread'],
  ['/analyst/funnel', 'Conversion of each stage', 'CSV'],
  ['/analyst/what-if', 'Weighted, what if', 'CSV'],
  ['/analyst/what-if?kind=stages', 'Weighted, what if', 'Add a stage'],
  ['/analyst/what-if?kind=owners', 'Would be of', 'One more'],
  ['/analyst/replays', 'No replay yet', 'New replay'],
  ['/analyst/back-tests', 'How good would', 'Run the back-test'],
  ['/control/import', 'Nothing is imported until', 'Choose …'],
  ['/control/people', 'ann@example.com', 'Ann Lee'],
  ['/control/people/ann', 'What would go to whom', 'Let Ann Lee depart'],
  ['/control/quotas', 'No quota is set', 'Set a quota'],
  ['/control/rates', 'No rate is set', 'Set a rate'],
  ['/control/processes', 'Lead', 'Sale'],
  ['/control/processes/sale', 'Forecast category', 'Move Lead down'],
  ['/control/audit', 'customer-added', 'Verify'],
  ['/control/projections', 'Up to date', 'Projections'],
] as const;

const MOST_STEPS = 120;

/** What has the focus: its accessible name, as far as these pages give one. */
const focused = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((element) => {
    const label = element.getAttribute('aria-label');
    return label ?? element.textContent ?? '';
  });

describeInBrowser('by keyboard alone', () => {
  const floor = openSalesFloor();

  it.each(PAGES)('%s: the tab key gets to what the page is for', async (path, sign, goal) => {
    const page = await floor.visit(path);
    await page.getByText(sign).first().waitFor();
    await page.getByRole('button', { name: 'Account and settings' }).waitFor();
    const met: string[] = [];
    for (let step = 0; step < MOST_STEPS && !met.at(-1)?.startsWith(goal); step += 1) {
      await page.keyboard.press('Tab');
      met.push((await page.locator(':focus').count()) === 0 ? '' : await focused(page));
    }
    expect(met[0]).toBe('Skip to the content');
    expect(met.at(-1)).toContain(goal);
    await page.context().close();
  });

  it('goes to a page, forms a team and comes back, without a pointer', async () => {
    const page = await floor.visit('/pipeline');
    await page.getByText('Forklifts').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or do …').fill('data and');
    await page.getByRole('dialog').getByText('Leaderboard').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Data and control', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'People and teams' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Form a team' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Name').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('South');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Teams' }).getByText('South').waitFor();
    expect((await floor.api.get('/api/teams')).body.items.map(({ name }: { name: string }) => name)).toContain('South');
    await page.context().close();
  });
});
