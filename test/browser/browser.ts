import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { ADMIN, type RunningApi } from '../e2e/running-api.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Chromium as the system has it; null: it has none. */
const installed = (): string | null =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram) ?? null;

const program = installed();
export const isBrowserInstalled = program !== null;

/** Stories in a real browser: skipped where there is none, but never in continuous integration. */
export const describeInBrowser = (name: string, stories: () => void): void => {
  if (program === null && process.env.CI !== undefined) {
    throw new Error(`There is no Chromium on the PATH (${NAMES.join(', ')}), and continuous integration needs one`);
  }
  describe.skipIf(program === null)(program === null ? `${name} (there is no Chromium on the PATH)` : name, stories);
};

export const launchBrowser = (): Promise<Browser> => {
  if (program === null) throw new Error('There is no Chromium on the PATH');
  return chromium.launch({ executablePath: program, args: FLAGS });
};

/** A page of a browser profile of its own, signed in, at a path of the dashboard. */
export const signedInAt = async (
  browser: Browser,
  { url }: Pick<RunningApi, 'url'>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, ...options });
  await context.request.post(`${url}/api/session`, { data: { token: ADMIN } });
  const page = await context.newPage();
  await page.goto(url + path);
  return page;
};
