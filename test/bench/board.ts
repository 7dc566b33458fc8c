import type { Page } from 'playwright-core';
import { launchBrowser, signedInAt } from '../browser/browser.js';
import { type RunningApi, startApi } from '../e2e/running-api.js';
import { IN_PAGE } from './board-in-page.js';
import { median } from './rounds.js';

/** What the board of the dashboard takes in a real browser, in milliseconds; medians but `longestTask`. */
export type BoardResults = Readonly<{
  deals: number;
  /** From the last byte of the first answer to the first cards on the screen. */
  ready: number;
  /** From letting go of a card to its being painted where it went. */
  move: number;
  /** From asking for another day to its being painted, the answer of the server included. */
  day: number;
  /** Of the browser's main thread, while every column is scrolled from end to end. */
  longestTask: number;
}>;

const STAGES = ['lead', 'meeting', 'offer', 'contract', 'signature'];
const IN_FLIGHT = 32;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const furnish = async (api: RunningApi, deals: number): Promise<void> => {
  const occurredAt = dayBefore(100);
  const stages = STAGES.map((id) => ({ id, name: id, probability: 0.5, forecastCategory: 'pipeline' }));
  await api.post('/api/processes', { id: 'sale', name: 'Sale', stages, rules: { allowSkip: true }, occurredAt });
  await api.post('/api/teams', { id: 'north', name: 'North', occurredAt });
  const rep = { id: 'ann', name: 'Ann Lee', email: 'ann@example.com', teamId: 'north', role: 'rep', occurredAt };
  await api.post('/api/reps', rep);
  await api.post('/api/customers', { id: 'acme', name: 'Acme', ownerId: 'ann', occurredAt });
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < deals) {
      const id = next;
      next += 1;
      await api.post('/api/deals', {
        ...{ id: `deal-${id}`, name: `Deal ${id}`, customerId: 'acme', ownerId: 'ann', amount: usd(100_000 + id) },
        ...{ stage: STAGES[id % STAGES.length], expectedCloseOn: '2030-01-01', occurredAt: dayBefore(90 - (id % 80)) },
      });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, write));
};

/** Calls a function of `measure` in the page. */
const inPage = <T>(page: Page, call: string, given: unknown = null): Promise<T> =>
  page.evaluate(`measure.${call}(${JSON.stringify(given)})`);

const move = async (page: Page, from: number): Promise<number> => {
  const card = page.locator('.board-column').nth(from).locator('.deal-card').first();
  const name = await card.locator('a').textContent();
  await card.getByRole('button').click();
  const item = STAGES[from + 1] as string;
  await page.getByRole('menuitem', { name: item, exact: true }).waitFor();
  return inPage(page, 'move', { item, name, to: from + 1 });
};

const day = async (page: Page, days: number): Promise<number> => {
  const before = await inPage<string>(page, 'counts');
  const began = await page.evaluate<number>('performance.now()');
  await page.getByRole('textbox', { name: 'Day' }).fill(dayBefore(days).slice(0, 10));
  const ended = await page.evaluate<number>(`measure.until(() => measure.counts() !== ${JSON.stringify(before)})`);
  return ended - began;
};

/** Measures the board with so many open deals. Needs a Chromium and a built dashboard. */
export const benchBoard = async (deals: number, rounds: number): Promise<BoardResults> => {
  const [api, browser] = await Promise.all([startApi(), launchBrowser()]);
  try {
    await furnish(api, deals);
    const page = await signedInAt(browser, api, '/pipeline');
    await page.context().addInitScript(IN_PAGE);
    const times = { ready: [] as number[], move: [] as number[], day: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      await page.reload();
      times.ready.push(await inPage(page, 'ready'));
      times.move.push(await move(page, round % (STAGES.length - 1)));
    }
    const longest = await inPage<number>(page, 'longestTask');
    for (let round = 0; round < rounds; round += 1) times.day.push(await day(page, 20 + round));
    return {
      deals,
      ready: median(times.ready),
      move: median(times.move),
      day: median(times.day),
      longestTask: longest,
    };
  } finally {
    await browser.close();
    await api.stop();
  }
};

export const boardText = ({
  deals,
  ready: first,
  move: moved,
  day: travelled,
  longestTask: longest,
}: BoardResults): string =>
  [
    `The board with ${deals} open deals, in Chromium:`,
    `  ready ${first.toFixed(0)} ms after its data, a move painted in ${moved.toFixed(0)} ms,`,
    `  another day in ${travelled.toFixed(0)} ms, longest task while scrolling ${longest.toFixed(0)} ms`,
    '',
  ].join('\n');
