import { expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.js';
import { expectRoundTrip, factsOf, folderOf, importing, newStores, ORGANISATION } from './folder-stores.js';

const ann: Actor = { id: 'ann', role: 'rep' };

const SAID = /^(Report(Saved|Discarded|Sent)|ForecastMethodChosen)$/;

const inCell = (value: object): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;

const REPORTS =
  'report_id,occurred_at,event,name,owner_id,report,period,relative,group,second,compare,every,format,recipient_id,due,actor_id,details';
const EVIDENCE = { backTestId: 'b1', forecasts: 12, accuracy: 0.91, bias: -0.02, error: 0.09 };

const FOLDER = {
  ...ORGANISATION,
  saved_reports: [
    REPORTS,
    `wins,2020-02-01T09:00:00Z,saved,"Wins, weekly",ann,win-rate,,lastQuarter,owner,product,both,week,xlsx,,,ann,${inCell({ filter: { region: 'West' }, recipients: ['ann', 'mia'] })}`,
    'wins,2020-02-03T00:10:00Z,sent,,,,,,,,,,,mia,2020-02-03,,',
    'wins,2020-02-04T09:00:00Z,saved,Wins,ann,win-rate,2020-Q1,,,,previous,,,,,ann,',
    'gone,2020-02-05T09:00:00Z,saved,Gone,mia,losses,,,,,,,,,,mia,',
    'gone,2020-02-06T09:00:00Z,discarded,,,,,,,,,,,,,mia,',
    '',
  ].join('\n'),
  forecast_methods: [
    'method,occurred_at,actor_id,details',
    'commit,2020-02-01T09:00:00Z,admin,',
    `historical-landing,2020-03-01T09:00:00Z,admin,${inCell({ evidence: EVIDENCE })}`,
    '',
  ].join('\n'),
};

it('imports and exports saved reports, where they went, and the chosen method: into an empty store, the same facts', async () => {
  const source = await newStores();
  expect(await importing(folderOf(FOLDER), source)).toMatchObject({ counts: { rejected: 0 } });
  const facts = await factsOf(source, SAID);
  expect(facts.map(({ type }) => type).sort()).toEqual([
    ...['ForecastMethodChosen', 'ForecastMethodChosen', 'ReportDiscarded'],
    ...['ReportSaved', 'ReportSaved', 'ReportSaved', 'ReportSent'],
  ]);
  expect(facts).toContainEqual({
    type: 'ReportSaved',
    data: {
      ...{ reportId: 'wins', name: 'Wins, weekly', ownerId: 'ann' },
      definition: {
        ...{ report: 'win-rate', period: null, relative: 'lastQuarter', group: 'owner', second: 'product' },
        ...{ filter: { region: 'West' }, compare: ['previous', 'lastYear'] },
      },
      schedule: { every: 'week', format: 'xlsx', recipients: ['ann', 'mia'] },
    },
    at: '2020-02-01T09:00:00.000Z',
    by: 'ann',
    onBehalfOf: null,
  });
  expect(facts).toContainEqual(
    expect.objectContaining({
      type: 'ForecastMethodChosen',
      data: { method: 'historical-landing', evidence: EVIDENCE, from: 'commit' },
    }),
  );
  await expectRoundTrip(source, SAID);
  await source.events.close();
});

it('rejects what is no report or method, and reports of somebody else, row by row', async () => {
  const stores = await newStores();
  await importing(folderOf(ORGANISATION), stores);
  const saved = (id: string, cells: string): string => `${id},2020-02-01T09:00:00Z,saved,Mine,${cells}`;
  const wrong = [
    saved('a', 'ann,no-report,,,,,,,,,,,'),
    saved('b', 'ann,win-rate,2020-Q9,,,,,,,,,,'),
    saved('c', 'ann,win-rate,2020-Q1,thisMonth,,,,,,,,,'),
    saved('d', 'ann,win-rate,,,,,previous,,,,,,'),
    saved('e', `ann,win-rate,,,,,,,,,,,${inCell({ filter: { nothing: 'x' } })}`),
    saved('f', 'ann,win-rate,,,,,,week,,,,,'),
    saved('g', `ann,win-rate,,,,,,week,csv,,,,${inCell({ recipients: ['nobody'] })}`),
    saved('h', `ann,win-rate,,,,,,week,csv,,,,${inCell({ recipients: 'ann' })}`),
    'i,2020-02-01T09:00:00Z,discarded,,,,,,,,,,,,,,',
    'i,2020-02-01T09:00:00Z,sent,,,,,,,,,,,ann,2020-02-30,,',
  ];
  const files = {
    saved_reports: `${[REPORTS, ...wrong].join('\n')}\n`,
    forecast_methods: 'method,details\nby-heart,\ncommit,"{""evidence"":{}}"\n',
  };
  expect(await importing(folderOf(files), stores)).toMatchObject({ counts: { rejected: wrong.length + 2 } });
  const others = [saved('a', 'mia,win-rate,,,,,,,,,,,'), saved('b', ',win-rate,,,,,,,,,,,')];
  const byAnn = { saved_reports: `${[REPORTS, ...others].join('\n')}\n`, forecast_methods: 'method\ncommit\n' };
  expect(await importing(folderOf(byAnn), stores, ann)).toMatchObject({ counts: { rejected: 2 } });
  expect(await factsOf(stores, SAID)).toMatchObject([{ type: 'ReportSaved', data: { reportId: 'b', ownerId: 'ann' } }]);
  await stores.events.close();
});
