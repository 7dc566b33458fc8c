import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('what a rep is offered', () => {
  const floor = openSalesFloor(async (api) => {
    await api.post('/api/reps', {
      ...{ id: 'mia', name: 'Mia Okoro', email: 'mia@example.com', teamId: 'north', role: 'manager' },
    });
  });

  const visitAsAnn = (path: string) => visitAs('ann', path);
  const visitAs = async (id: string, path: string) => {
    const { token } = (await floor.api.post(`/api/reps/${id}/tokens`, {})).body;
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
    ['Pipeline', 'owner', 'Owner'],
    ['Forecast', 'owner', 'Rep'],
    ['Team', 'rep', 'Rep'],
    ['Reports', 'owner', 'Owner'],
  ] as const)('%s begins with what is theirs, as a filter that stands in the address', async (name, param, filter) => {
    const page = await visitAsAnn('/leaderboard');
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get(param)).toBe('ann');
    const chosen = page.getByRole('combobox', { name: filter });
    await expect.poll(() => chosen.inputValue()).toBe('Ann Lee');
    // It is cleared by keyboard too, and stays so.
    await chosen.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('All');
    await page.getByRole('option', { name: 'All', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.has(param)).toBe(false);
    await page.reload();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.has(param)).toBe(false);
    await page.context().close();
  });

  it('a visit begins with their own board, a manager’s with that of their team', async () => {
    const page = await visitAsAnn('/');
    await page.getByRole('link', { name: 'Forklifts' }).waitFor();
    expect(await page.getByRole('link', { name: 'Pallets' }).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?owner=ann');
    await page.context().close();
    const managers = await visitAs('mia', '/');
    await managers.getByRole('link', { name: 'Pallets' }).waitFor();
    expect(new URL(managers.url()).search).toBe('?team=north');
    await managers.context().close();
  });

  it('the address of a deal opens it over their own board', async () => {
    const page = await visitAsAnn('/deals/pallets');
    await page.getByRole('dialog', { name: 'Pallets' }).waitFor();
    expect(new URL(page.url()).search).toBe('?owner=ann&deal=pallets');
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
