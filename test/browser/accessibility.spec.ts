import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.js';
import { openSalesFloor } from './sales-floor.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each page, and by what it is known to be there. */
const PAGES = [
  ['the pipeline', '/pipeline', 'Forklifts'],
  ['the pipeline of a past day', '/pipeline?day=2026-03-05', 'Back to now'],
  ['the customers', '/customers', 'Globex'],
  ['a customer', '/customers/acme', 'Owners over time'],
  ['a deal', '/deals/forklifts', 'Correct the past …'],
  ['a deal of a past day', '/customers/acme?deal=forklifts&day=2026-03-05', 'Nothing can be changed there'],
  ['the forecast', '/forecast', 'How'],
  ['the team', '/team?by=year', 'Projected landing'],
  ['the leaderboard', '/leaderboard', 'keeps itself up to date'],
  ['the reports', '/reports?by=year&deals=all', 'Pallets'],
  ['the notifications', '/notifications', 'Nothing yet'],
  ['the funnel', '/analyst/funnel', 'Conversion of each stage'],
  ['what if', '/analyst/what-if', 'Weighted, what if'],
  ['what if stages were others', '/analyst/what-if?kind=stages', 'Weighted, what if'],
  ['what if owners were others', '/analyst/what-if?kind=owners', 'Would be of'],
  ['the replays', '/analyst/replays', 'No replay yet'],
  ['the back-tests', '/analyst/back-tests', 'How good would each method'],
  ['the import', '/control/import', 'Nothing is imported until'],
  ['people and teams', '/control/people', 'ann@example.com'],
  ['a person', '/control/people/ann', 'What would go to whom'],
  ['quotas', '/control/quotas', 'Ann Lee'],
  ['exchange rates', '/control/rates', 'No rate is set'],
  ['processes', '/control/processes', 'Lead'],
  ['a process', '/control/processes/sale', 'Forecast category'],
  ['the audit', '/control/audit', 'quota-set'],
  ['the projections', '/control/projections', 'Up to date'],
  ['a customer that is not there', '/customers/nobody', 'There is no such thing'],
  ['a customer before their day', '/customers/acme?day=2025-01-05', 'There was no such thing on that day'],
  ['an address that leads nowhere', '/nothing/x', 'There is no such page'],
] as const;

describeInBrowser('every page, in both themes', () => {
  const floor = openSalesFloor(async (api) => {
    await api.post('/api/deals/pallets/win', {});
    const period = String(new Date().getUTCFullYear());
    await api.post('/api/quotas', { repId: 'ann', period, amount: { amount: 9_000_000, currency: 'USD' } });
  });

  /** What axe finds against WCAG 2.2 AA, as `rule: element`. */
  const violations = async (page: Page): Promise<readonly string[]> => {
    // As an evaluated script: the content security policy lets none be added to the page.
    await page.evaluate(axe);
    const { violations: found } = (await page.evaluate(
      (tags) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly: tags }),
      WCAG,
    )) as AxeResults;
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
  };

  it.each(PAGES.flatMap((page) => (['light', 'dark'] as const).map((scheme) => [...page, scheme] as const)))(
    '%s has no violation of WCAG 2.2 AA (%s, %s, %s)',
    async (_, path, sign, colorScheme) => {
      const page = await floor.visit(path, { colorScheme, reducedMotion: 'reduce' });
      await page.getByText(sign).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['light', 'dark'] as const)(
    'the sign-in and what opens over a page have none either (%s)',
    async (scheme) => {
      const out = await floor.browser.newPage({ colorScheme: scheme, locale: 'en-US' });
      await out.goto(`${floor.api.url}/pipeline`);
      await out.getByRole('button', { name: 'Sign in' }).waitFor();
      expect(await violations(out)).toEqual([]);
      await out.close();

      const page = await floor.visit('/pipeline', { colorScheme: scheme, reducedMotion: 'reduce' });
      await page.getByRole('button', { name: 'Move or close Forklifts' }).click();
      await page.getByRole('menuitem', { name: 'Lost …' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Lost …' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder('Search or do …').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Account and settings' }).click();
      await page.getByText('As the device').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Notifications: 0 unread' }).click();
      await page.getByText('All notifications').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});
