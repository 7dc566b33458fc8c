import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApi, startApi } from '../e2e/running-api.js';
import { describeInBrowser, launchBrowser, signedInAt } from './browser.js';

describeInBrowser('before there is anything', () => {
  let api: RunningApi;
  let browser: Browser;
  beforeAll(async () => {
    [api, browser] = await Promise.all([startApi(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it.each(['/analyst/funnel', '/analyst/what-if', '/analyst/replays'])('%s says what it needs', async (path) => {
    const page = await signedInAt(browser, api, path);
    await page.getByText('There is no history yet').waitFor();
    await page.getByRole('link', { name: 'To the pipeline' }).click();
    await page.getByRole('button', { name: 'Make the demo' }).waitFor();
    await page.context().close();
  });

  it('an address that leads nowhere is a page for readers and a problem for programs', async () => {
    const page = await signedInAt(browser, api, '/nothing/x');
    await page.getByText('There is no such page').waitFor();
    await page.context().close();
    const answer = await fetch(`${api.url}/nothing/x`);
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NotFound' }]);
  });

  it('shows how far the demo is, also once the board is there', async () => {
    const page = await signedInAt(browser, api, '/pipeline');
    let share = 0.4;
    await page.route('**/api/demo', (route) =>
      route.fulfill({
        json: share < 1 ? { state: 'making', progress: { done: share, total: 1 } } : { state: 'completed' },
      }),
    );
    await page.reload();
    await page.getByRole('progressbar', { name: 'The demo organisation is being made …' }).waitFor();
    await api.post('/api/processes', {
      ...{ id: 'sale', name: 'Sale' },
      stages: [{ id: 'lead', name: 'Lead', probability: 0.1, forecastCategory: 'pipeline' }],
    });
    await page.getByRole('region', { name: 'Deals in Lead' }).waitFor();
    await page.getByRole('progressbar', { name: 'The demo organisation is being made …' }).waitFor();
    share = 1;
    await page
      .getByRole('progressbar', { name: 'The demo organisation is being made …' })
      .waitFor({ state: 'detached' });
    await page.context().close();
  });
});
