// Makes a picture of every page of the dashboard of a running server, in both themes and languages and on a phone.
// usage: node scripts/screenshots.mjs URL TOKEN FOLDER [CHROMIUM]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url, token, folder, executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node scripts/screenshots.mjs URL TOKEN FOLDER [CHROMIUM]\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const VIEWS = [
  { name: 'light', colorScheme: 'light', locale: 'en-US', viewport: LAPTOP },
  { name: 'dark', colorScheme: 'dark', locale: 'en-US', viewport: LAPTOP },
  { name: 'chinese', colorScheme: 'light', locale: 'zh-CN', viewport: LAPTOP },
  { name: 'phone', colorScheme: 'light', locale: 'en-US', viewport: PHONE },
  { name: 'phone-dark-chinese', colorScheme: 'dark', locale: 'zh-CN', viewport: PHONE },
];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** Pages by name; the customer is the owner of the largest open deal, who has much to show. */
const pagesOf = async (request) => {
  const read = async (path) => (await request.get(`${url}/api/${path}`)).json();
  const { items } = await read('processes');
  const board = await read(`pipelines/${items[0].id}?cards=1`);
  const largest = board.stages.flatMap(({ cards }) => cards).sort((a, b) => b.amount.amount - a.amount.amount)[0];
  const { items: reps } = await read('reps?limit=200');
  const rep = reps.find(({ role, presence }) => role === 'rep' && presence === 'here');
  const monthAgo = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return {
    pipeline: '/pipeline',
    'pipeline-past': `/pipeline?day=${monthAgo}&since=30`,
    customers: '/customers',
    customer: `/customers/${largest.customerId}`,
    forecast: '/forecast?group=owner',
    team: '/team',
    leaderboard: '/leaderboard',
    funnel: '/analyst/funnel',
    'what-if': '/analyst/what-if',
    replays: '/analyst/replays',
    'back-tests': '/analyst/back-tests',
    import: '/control/import',
    people: '/control/people',
    person: `/control/people/${rep.id}`,
    quotas: '/control/quotas',
    process: `/control/processes/${items[0].id}`,
    audit: '/control/audit',
    projections: '/control/projections',
  };
};

for (const { name, ...options } of VIEWS) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  await context.request.post(`${url}/api/session`, { data: { token } });
  const page = await context.newPage();
  for (const [subject, path] of Object.entries(await pagesOf(context.request))) {
    await page.goto(url + path);
    // Never idle: the stream of changes stays open.
    await page.waitForTimeout(4_000);
    await page.screenshot({ path: join(folder, `${subject}-${name}.png`) });
  }
  await context.close();
}
await browser.close();
