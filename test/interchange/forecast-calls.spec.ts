import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { deciders } from '#composition/catalogue.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { importFolder } from '#interchange/import-folder.js';
import type { Actor } from '#kernel/actor.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-forecast-calls-'));
const registry = new EventRegistry(deciders);
const admin: Actor = { id: 'admin', role: 'admin' };
const mia: Actor = { id: 'mia', role: 'manager' };
let folders = 0;

afterAll(() => rmSync(directory, { recursive: true }));

const newFolder = (): string => {
  folders += 1;
  const folder = join(directory, String(folders));
  mkdirSync(folder);
  return folder;
};

const newStores = async () => {
  const events = await openEmbeddedEventStore({ directory: newFolder() });
  const settings = { currency: 'USD', timeZone: 'UTC', fiscalYearStart: 1 };
  return { events, registry, runner: new CommandRunner(events, registry), settings };
};
type Stores = Awaited<ReturnType<typeof newStores>>;

const importing = (folder: string, target: Stores, actor = admin) =>
  importFolder(folder, 'annals', target, {
    importId: 'import',
    actor,
    client: 'spec',
    now: '2021-01-01T00:00:00.000Z',
  });

/** What was said of forecasts and quotas and of who shares a deal, and when that was true. */
const ASKED = /^(Forecast|SubmissionDeadline|DealSplit|QuotaSet|CountQuotaSet)/;

const factsOf = async ({ events }: Stores) =>
  (await events.readAll({ limit: 1_000 })).flatMap((stored) => {
    const { type, data, meta } = registry.decode(stored);
    return ASKED.test(type) ? [{ type, data, at: meta.at, by: meta.by }] : [];
  });

/** An export, imported into an empty store, makes the same facts there; and none the second time. */
const expectRoundTrip = async (source: Stores): Promise<void> => {
  const exported = newFolder();
  await exportFolder(exported, source);
  const target = await newStores();
  expect(await importing(exported, target)).toMatchObject({ counts: { rejected: 0 } });
  const texts = async (stores: Stores) => (await factsOf(stores)).map((fact) => JSON.stringify(fact)).sort();
  expect(await texts(target)).toEqual(await texts(source));
  const head = await target.events.head();
  await importing(exported, target);
  expect(await target.events.head()).toBe(head);
  await target.events.close();
};

const COLUMNS = 'rep_id,team_id,period,category,amount,note,occurred_at,actor_id';
const ORGANISATION = {
  teams: 'id,name,occurred_at\nwest,West,2020-01-01T00:00:00Z\n',
  reps: 'id,name,email,team_id,role\nann,Ann,ann@example.org,west,rep\nbob,Bob,bob@example.org,west,rep\nmia,Mia,mia@example.org,west,manager\n',
};

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = newFolder();
  for (const [kind, text] of Object.entries(files)) writeFileSync(join(folder, `${kind}.csv`), text);
  return folder;
};

const CALLS = {
  ...ORGANISATION,
  forecast_adjustments: `${COLUMNS},level\nann,,2020-03,commit,100.50,"Two, or more",2020-02-01T09:00:00Z,mia,west\nann,,2020-03,commit,,,2020-02-02T09:00:00Z,mia,west\n,west,2020-Q1,bestCase,900,,2020-02-03T09:00:00Z,admin,\n`,
  forecast_submissions: `${COLUMNS}\nann,,2020-03,commit,80,,2020-02-01T10:00:00Z,ann\nann,,2020-03,commit,90,More,2020-02-05T10:00:00Z,ann\n`,
  submission_deadlines: 'unit,due_on_day,occurred_at\nmonth,5,2020-01-02T00:00:00Z\nmonth,,2020-06-01T00:00:00Z\n',
};

it('imports and exports adjustments, submissions, deadlines and splits: into an empty store, the same facts', async () => {
  const source = await newStores();
  const processes = [
    { id: 'p', name: 'P', stages: [{ id: 's', name: 'S', probability: 0.5, forecastCategory: 'commit' }] },
  ];
  const shares = JSON.stringify([
    { repId: 'ann', basisPoints: 6_000 },
    { repId: 'bob', basisPoints: 4_000 },
  ]).replaceAll('"', '""');
  const folder = folderOf({
    ...CALLS,
    customers: 'id,name\nacme,Acme\n',
    deal_events: `deal_id,occurred_at,event,process_id,amount,customer_id,owner_id,details\nd1,2020-02-01T00:00:00Z,opened,p,10,acme,ann,\nd1,2020-02-02T00:00:00Z,split,,,,,"{""shares"":${shares}}"\nd1,2020-02-03T00:00:00Z,split,,,,,"{""shares"":[]}"\n`,
  });
  writeFileSync(join(folder, 'processes.json'), JSON.stringify(processes));
  expect(await importing(folder, source)).toMatchObject({ counts: { rejected: 0 } });
  const facts = await factsOf(source);
  expect(facts.map(({ type }) => type).sort()).toEqual([
    ...['DealSplit', 'DealSplit', 'ForecastAdjusted', 'ForecastAdjusted', 'ForecastAdjusted'],
    ...['ForecastSubmitted', 'ForecastSubmitted', 'SubmissionDeadlineSet', 'SubmissionDeadlineSet'],
  ]);
  expect(facts).toContainEqual({
    type: 'ForecastAdjusted',
    data: {
      ...{ scope: 'rep', scopeId: 'ann', period: '2020-03', days: { from: '2020-03-01', to: '2020-04-01' } },
      ...{ category: 'commit', level: 'west', amount: { amount: 10_050, currency: 'USD' } },
      ...{ note: 'Two, or more', from: null },
    },
    at: '2020-02-01T09:00:00.000Z',
    by: 'mia',
  });

  await expectRoundTrip(source);
  await source.events.close();
});

it('rejects what is no call, and an adjustment for the level of somebody else, row by row', async () => {
  const stores = await newStores();
  await importing(folderOf(ORGANISATION), stores);
  const wrong = folderOf({
    forecast_adjustments: `${COLUMNS},level\nann,west,2020-03,commit,1,,,,\nann,,2020-P03,commit,1,,,,\nann,,2020-03,closed,1,,,,\n`,
    forecast_submissions: `${COLUMNS},currency\nann,,2020-03,commit,1,,,,EUR\nnobody,,2020-03,commit,1,,,,USD\n`,
    submission_deadlines: 'unit,due_on_day\nweek,1\nmonth,0\n',
  });
  expect(await importing(wrong, stores)).toMatchObject({ counts: { rejected: 7 } });
  const ofCompany = folderOf({
    forecast_adjustments: `${COLUMNS},level\nann,,2020-03,commit,1,,,,\nann,,2020-03,commit,1,,,,west\n`,
  });
  expect(await importing(ofCompany, stores, mia)).toMatchObject({ counts: { rejected: 1 } });
  expect(await factsOf(stores)).toMatchObject([{ type: 'ForecastAdjusted', data: { level: 'west' } }]);
  await stores.events.close();
});

const QUOTAS = 'rep_id,team_id,period,measure,amount,currency,target,occurred_at';

it('imports and exports quotas of amounts, deals and activities, those of files without a measure too', async () => {
  const source = await newStores();
  const folder = folderOf({
    ...ORGANISATION,
    quotas: `${QUOTAS}\nann,,2020-Q1,,900,,,2020-01-01T00:00:00Z\nann,,2020-Q1,deals,,,9,2020-01-01T00:00:00Z\nann,,2020-Q1,deals,,,8,2020-02-01T00:00:00Z\n,west,2020,activities,,,1200,2020-01-01T00:00:00Z\n`,
  });
  expect(await importing(folder, source)).toMatchObject({ counts: { rejected: 0 } });
  const before = folderOf({ quotas: 'rep_id,period,amount\nbob,2020-Q1,700.50\n' });
  expect(await importing(before, source)).toMatchObject({ counts: { rejected: 0 } });
  const facts = await factsOf(source);
  const days = { from: '2020-01-01', to: '2020-04-01' };
  expect(new Set(facts.map(({ type, data }) => ({ type, ...(data as object) })))).toEqual(
    new Set([
      {
        ...{ type: 'QuotaSet', scope: 'rep', scopeId: 'ann', period: '2020-Q1', days },
        ...{ amount: { amount: 90_000, currency: 'USD' }, from: null },
      },
      {
        ...{ type: 'CountQuotaSet', scope: 'rep', scopeId: 'ann', period: '2020-Q1', days },
        ...{ measure: 'deals', target: 9, from: null },
      },
      {
        ...{ type: 'CountQuotaSet', scope: 'rep', scopeId: 'ann', period: '2020-Q1', days },
        ...{ measure: 'deals', target: 8, from: 9 },
      },
      {
        ...{ type: 'CountQuotaSet', scope: 'team', scopeId: 'west', period: '2020' },
        ...{ days: { from: '2020-01-01', to: '2021-01-01' }, measure: 'activities', target: 1_200, from: null },
      },
      {
        ...{ type: 'QuotaSet', scope: 'rep', scopeId: 'bob', period: '2020-Q1', days },
        ...{ amount: { amount: 70_050, currency: 'USD' }, from: null },
      },
    ]),
  );
  await expectRoundTrip(source);
  await source.events.close();
});

it('rejects quotas of two measures at once, row by row', async () => {
  const stores = await newStores();
  await importing(folderOf(ORGANISATION), stores);
  const rows = ['deals,9,', 'deals,9,,', ',9,,9', 'amount,,,', 'deals,,,', 'deals,,,1.5', 'hugs,,,3'];
  const wrong = folderOf({
    quotas: `rep_id,period,measure,amount,currency,target\n${rows.map((row) => `ann,2020-Q1,${row}`).join('\n')}\n`,
  });
  expect(await importing(wrong, stores)).toMatchObject({ counts: { rejected: rows.length } });
  expect(await factsOf(stores)).toEqual([]);
  await stores.events.close();
});
