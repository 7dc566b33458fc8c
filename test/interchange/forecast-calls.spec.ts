import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.js';
import { expectRoundTrip, factsOf, folderOf, importing, newStores, ORGANISATION, PROCESSES } from './folder-stores.js';

const mia: Actor = { id: 'mia', role: 'manager' };

/** What was said of forecasts and quotas and of who shares a deal. */
const SAID = /^(Forecast|LeaderboardName|SubmissionDeadline|DealSplit|QuotaSet|CountQuotaSet)/;

const COLUMNS = 'rep_id,team_id,period,category,amount,note,occurred_at,actor_id';
const CALLS = {
  ...ORGANISATION,
  forecast_adjustments: `${COLUMNS},level\nann,,2020-03,commit,100.50,"Two, or more",2020-02-01T09:00:00Z,mia,west\nann,,2020-03,commit,,,2020-02-02T09:00:00Z,mia,west\n,west,2020-Q1,bestCase,900,,2020-02-03T09:00:00Z,admin,\n`,
  forecast_submissions: `${COLUMNS}\nann,,2020-03,commit,80,,2020-02-01T10:00:00Z,ann\nann,,2020-03,commit,90,More,2020-02-05T10:00:00Z,ann\n`,
  leaderboard_names:
    'rep_id,name,occurred_at,actor_id\nann,Ace,2020-02-01T00:00:00Z,ann\nann,,2020-03-01T00:00:00Z,ann\n',
  submission_deadlines: 'unit,due_on_day,occurred_at\nmonth,5,2020-01-02T00:00:00Z\nmonth,,2020-06-01T00:00:00Z\n',
};

it('imports and exports adjustments, submissions, deadlines, names and splits: into an empty store, the same facts', async () => {
  const source = await newStores();
  const shares = JSON.stringify([
    { repId: 'ann', basisPoints: 6_000 },
    { repId: 'bob', basisPoints: 4_000 },
  ]).replaceAll('"', '""');
  const folder = folderOf({
    ...CALLS,
    customers: 'id,name\nacme,Acme\n',
    deal_events: `deal_id,occurred_at,event,process_id,amount,customer_id,owner_id,details\nd1,2020-02-01T00:00:00Z,opened,p,10,acme,ann,\nd1,2020-02-02T00:00:00Z,split,,,,,"{""shares"":${shares}}"\nd1,2020-02-03T00:00:00Z,split,,,,,"{""shares"":[]}"\n`,
  });
  writeFileSync(join(folder, 'processes.json'), PROCESSES);
  expect(await importing(folder, source)).toMatchObject({ counts: { rejected: 0 } });
  const facts = await factsOf(source, SAID);
  expect(facts.map(({ type }) => type).sort()).toEqual([
    ...['DealSplit', 'DealSplit', 'ForecastAdjusted', 'ForecastAdjusted', 'ForecastAdjusted'],
    ...['ForecastSubmitted', 'ForecastSubmitted', 'LeaderboardNameChosen', 'LeaderboardNameChosen'],
    ...['SubmissionDeadlineSet', 'SubmissionDeadlineSet'],
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
    onBehalfOf: null,
  });

  await expectRoundTrip(source, SAID);
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
  expect(await factsOf(stores, SAID)).toMatchObject([{ type: 'ForecastAdjusted', data: { level: 'west' } }]);
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
  const facts = await factsOf(source, SAID);
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
  await expectRoundTrip(source, SAID);
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
  expect(await factsOf(stores, SAID)).toEqual([]);
  await stores.events.close();
});
