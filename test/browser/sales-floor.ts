import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningApi, startApi } from '../e2e/running-api.js';
import { launchBrowser, signedInAt } from './browser.js';

/** The day before which nothing happened. */
export const FIRST_DAY = '2026-03-02';

const usd = (amount: number) => ({ amount, currency: 'USD' });

const stages = [
  { id: 'lead', name: 'Lead', probability: 0.1, forecastCategory: 'pipeline' },
  { id: 'meeting', name: 'Meeting', probability: 0.3, forecastCategory: 'pipeline', requires: ['decisionMaker'] },
  { id: 'offer', name: 'Offer', probability: 0.6, forecastCategory: 'bestCase', requires: ['expectedCloseOn'] },
];

/** Dates lie before 2026-11; the first deal is there from the second of March on, the second from the tenth. */
const deals = [
  { id: 'forklifts', name: 'Forklifts', customerId: 'acme', amount: usd(1_200_000), on: `${FIRST_DAY}T09:00:00Z` },
  { id: 'cranes', name: 'Cranes', customerId: 'acme', amount: usd(950_000), on: '2026-03-10T09:00:00Z' },
  { id: 'pallets', name: 'Pallets', customerId: 'globex', amount: usd(40_000), on: '2026-04-01T09:00:00Z' },
];

/** A small sales organisation, written through the API. */
const furnish = async (api: RunningApi): Promise<void> => {
  const write = async (path: string, body: object) => {
    const { status, text } = await api.post(`/api/${path}`, body);
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
  };
  const occurredAt = '2026-03-01T08:00:00Z';
  await write('processes', {
    id: 'sale',
    name: 'Sale',
    stages,
    rules: { allowSkip: true, allowBack: true },
    occurredAt,
  });
  await write('teams', { id: 'north', name: 'North', occurredAt });
  const rep = { teamId: 'north', role: 'rep', occurredAt };
  await write('reps', { ...rep, id: 'ann', name: 'Ann Lee', email: 'ann@example.com' });
  await write('reps', { ...rep, id: 'bo', name: 'Bo Chen', email: 'bo@example.com' });
  await write('customers', { id: 'acme', name: 'Acme', ownerId: 'ann', industry: 'Logistics', occurredAt });
  const contacts = [{ name: 'Gil Tan', email: 'gil@globex.example', phone: '+65 6123 4567' }];
  await write('customers', { id: 'globex', name: 'Globex', ownerId: 'bo', contacts, occurredAt });
  for (const { on, ...deal } of deals) {
    const ownerId = deal.customerId === 'acme' ? 'ann' : 'bo';
    await write('deals', { ...deal, ownerId, stage: 'lead', occurredAt: on });
  }
};

/** A server with that organisation, and a browser to visit it with. */
export type SalesFloor = Readonly<{
  api: RunningApi;
  browser: Browser;
  /** A page of a browser profile of its own, signed in as the administrator. */
  visit: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}>;

/** Opens one for the stories around it, and closes it behind them. `prepare`: what these need beside. */
export const openSalesFloor = (prepare: (api: RunningApi) => Promise<void> = async () => {}): SalesFloor => {
  let api: RunningApi;
  let browser: Browser;
  beforeAll(async () => {
    [api, browser] = await Promise.all([startApi(), launchBrowser()]);
    await furnish(api);
    await prepare(api);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });
  return {
    get api() {
      return api;
    },
    get browser() {
      return browser;
    },
    visit: (path, options) => signedInAt(browser, api, path, options),
  };
};
