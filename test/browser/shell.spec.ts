import { expect, it } from 'vitest';
import { ADMIN } from '../e2e/running-api.js';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

describeInBrowser('what stands around every page', () => {
  const floor = openSalesFloor();

  it('signs in with a token, and refuses a wrong one', async () => {
    const page = await floor.browser.newPage({ locale: 'en-US' });
    await page.goto(`${floor.api.url}/pipeline`);
    await page.getByLabel('Token').first().fill('not-the-token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('That token is not valid.').waitFor();
    await page.getByLabel('Token').first().fill(ADMIN);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pipeline', level: 1 }).waitFor();
    await page.close();
  });

  it('changes language and theme, and keeps both', async () => {
    const page = await floor.visit('/pipeline', { colorScheme: 'light' });
    await page.getByRole('button', { name: 'Account and settings' }).click();
    await page.getByText('简体中文').click();
    await page.getByRole('heading', { name: '销售管道', level: 1 }).waitFor();
    await page.getByText('深色').click();
    await page.reload();
    await page.getByRole('heading', { name: '销售管道', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.context().close();
  });

  it('finds pages, deeds and customers by a few letters', async () => {
    const page = await floor.visit('/pipeline');
    await page.getByRole('heading', { name: 'Pipeline', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or do …').fill('acm');
    await page.getByRole('dialog').getByText('Acme').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Acme', level: 1 }).waitFor();
    await page.context().close();
  });

  it('enters a deal from anywhere', async () => {
    const page = await floor.visit('/customers');
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New deal' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What is being sold').fill('Conveyors');
    await form.getByRole('combobox', { name: 'Customer' }).fill('Glo');
    await page.getByRole('option', { name: 'Globex' }).click();
    await form.getByLabel('Amount (USD)').fill('12,500,50');
    await form.getByText('Not an amount').waitFor();
    await form.getByLabel('Amount (USD)').fill('12.500,50');
    await form.getByText('Read as $12,500.50').waitFor();
    await form.getByRole('button', { name: 'New deal' }).click();
    await page.getByText('Conveyors is there').waitFor();
    const { items } = (await floor.api.get('/api/deals?customer=globex')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'Conveyors', ownerId: 'bo', amount: { amount: 1_250_050, currency: 'USD' } }),
    );
    await page.context().close();
  });

  it('says when the server is away, and goes on by itself when it is back', async () => {
    const page = await floor.visit('/pipeline');
    await page.getByText('Live', { exact: true }).waitFor();
    // The other pages are fetched ahead.
    await page.waitForResponse(/customers-page/);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByText('The server does not answer').waitFor({ timeout: 20_000 });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Acme' }).waitFor();
    await page.context().close();
  });
});
