import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('what a rep is offered', () => {
  const floor = openSalesFloor();

  const visitAsAnn = async (path: string) => {
    const { token } = (await floor.api.post('/api/reps/ann/tokens', {})).body;
    const context = await floor.browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await context.request.post(`${floor.api.url}/api/session`, { data: { token } });
    const page = await context.newPage();
    await page.goto(floor.api.url + path);
    return page;
  };

  it('their own deals can be moved and closed, those of others looked at', async () => {
    const page = await visitAsAnn('/pipeline');
    await page.getByRole('button', { name: 'Move or close Forklifts' }).waitFor();
    await page.getByRole('link', { name: 'Pallets' }).waitFor();
    expect(await page.getByRole('button', { name: 'Move or close Pallets' }).count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['/control/quotas', 'No quota is set', 'Set a quota'],
    ['/control/people', 'ann@example.com', 'Add a person'],
    ['/control/people/bo', 'bo@example.com', 'Let Bo Chen depart'],
    ['/forecast', 'Nobody has adjusted', 'Adjust'],
  ])('%s has nothing that ends in a refusal', async (path, sign, button) => {
    const page = await visitAsAnn(path);
    await page.getByText(sign).first().waitFor();
    expect(await page.getByRole('button', { name: button, exact: true }).count()).toBe(0);
    await page.context().close();
  });

  it('the sections of managers and analysts are not there', async () => {
    const page = await visitAsAnn('/control/people');
    await page.getByRole('link', { name: 'Quotas' }).waitFor();
    expect(await page.getByRole('link', { name: /^(Import|Audit)$/ }).count()).toBe(0);
    await page.goto(`${floor.api.url}/analyst/funnel`);
    await page.getByRole('link', { name: 'Funnel' }).waitFor();
    expect(await page.getByRole('link', { name: /^(What if|Replays|Back-tests)$/ }).count()).toBe(0);
    await page.context().close();
  });
});
