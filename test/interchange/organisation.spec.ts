import { expect, it } from 'vitest';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { expectRoundTrip, factsOf, folderOf, importing, newStores, ORGANISATION } from './folder-stores.js';

const TEAM_EVENTS = 'team_id,occurred_at,event,name,parent_id,actor_id';
const REP_EVENTS = 'rep_id,occurred_at,event,team_id,actor_id,details';
const MARCH = '2020-03-01T00:00:00Z';

const CHANGES = {
  ...ORGANISATION,
  teams: `${ORGANISATION.teams}east,East,2020-01-01T00:00:00Z\n`,
  team_events: `${TEAM_EVENTS}\nwest,${MARCH},renamed,Far West,,mia\nwest,${MARCH},moved,,east,admin\nwest,2020-04-01,moved,,,\neast,2020-05-01,moved,,west,\neast,2020-06-01,moved,,,\nwest,2020-07-01,moved,,east,\n`,
  rep_events: `${REP_EVENTS}\nann,${MARCH},moved,east,admin,\nann,2020-04-01,moved,west,,\nbob,${MARCH},profile_changed,,,"{""name"":""Bobby"",""email"":""b@example.org"",""role"":""manager"",""region"":""West""}"\nbob,2020-04-01,profile_changed,,,"{""region"":null}"\n`,
};

const ABOUT_PEOPLE = /^(Team|Rep)/;

const imported = async () => {
  const stores = await newStores();
  expect(await importing(folderOf(CHANGES), stores)).toMatchObject({ counts: { rejected: 0, accepted: 15 } });
  return stores;
};

it('imports what became of teams and reps, where each team may go by where the others were then', async () => {
  const stores = await imported();
  expect(await stores.runner.state(teamDecider, 'west')).toEqual({
    teamId: 'west',
    name: 'Far West',
    parentId: 'east',
  });
  expect(await stores.runner.state(teamDecider, 'east')).toEqual({ teamId: 'east', name: 'East', parentId: null });
  expect(await stores.runner.state(repDecider, 'ann')).toMatchObject({ teamId: 'west' });
  expect(await stores.runner.state(repDecider, 'bob')).toMatchObject({
    ...{ name: 'Bobby', email: 'b@example.org', role: 'manager', region: null },
  });
  const moves = (await factsOf(stores, /^RepMoved/)).map(({ data, at, by }) => ({ data, at, by }));
  expect(moves).toEqual([
    { data: { repId: 'ann', from: 'west', to: 'east' }, at: '2020-03-01T00:00:00.000Z', by: 'admin' },
    { data: { repId: 'ann', from: 'east', to: 'west' }, at: '2020-04-01T00:00:00.000Z', by: 'admin' },
  ]);
  await stores.events.close();
});

it('exports teams and reps as they were at first, and what became of them: into an empty store, the same facts', async () => {
  const source = await imported();
  await expectRoundTrip(source, ABOUT_PEOPLE);
  await source.events.close();
});

it('imports a departure after all that was true of a rep before', async () => {
  const stores = await newStores();
  const reps = 'id,name,team_id,departed_on,details\nann,Ann,west,2020-05-01,\n';
  const rep_events = `${REP_EVENTS}\nann,${MARCH},moved,east,,\nann,2020-06-01,moved,west,,\n`;
  expect(await importing(folderOf({ teams: CHANGES.teams, reps, rep_events }), stores)).toMatchObject({
    counts: { accepted: 5, rejected: 1 },
  });
  await stores.events.close();
});

it('takes no file of teams that does not say where they moved, which would be to the top', async () => {
  const stores = await newStores();
  const team_events = `team_id,occurred_at,event,name\nwest,${MARCH},moved,\n`;
  const folder = folderOf({ ...ORGANISATION, team_events });
  await expect(importing(folder, stores)).rejects.toThrow('team_events.csv has no column parent_id');
  await stores.events.close();
});

it('rejects what cannot have become of a team or a rep, row by row', async () => {
  const stores = await imported();
  const wrong = folderOf({
    team_events: `${TEAM_EVENTS}\neast,2020-08-01,moved,,west,\neast,2020-08-01,moved,,nowhere,\neast,2020-08-01,renamed,,,\neast,2020-08-01,dissolved,,,\nnone,2020-08-01,renamed,X,,\n`,
    rep_events: `${REP_EVENTS}\nann,2020-08-01,moved,nowhere,,\nann,2020-08-01,moved,,,\nann,2020-08-01,profile_changed,,,"{""role"":""king""}"\nann,2020-08-01,promoted,,,\nnone,2020-08-01,moved,east,,\n`,
  });
  const head = await stores.events.head();
  expect(await importing(wrong, stores)).toMatchObject({ counts: { rejected: 10, accepted: 0 } });
  expect(await stores.events.head()).toBe(head);
  await stores.events.close();
});

const AT = '2020-08-01';
const namesOf = async (stores: Awaited<ReturnType<typeof imported>>) =>
  (await factsOf(stores, /^TeamRenamed/)).map(({ data }) => (data as { to: string }).to);

it('tells equal rows of one instant apart, and knows them all the second time', async () => {
  const stores = await imported();
  const files = {
    team_events: `${TEAM_EVENTS}\n${['A', 'B', 'A', 'A', 'B', 'A'].map((name) => `west,${AT},renamed,${name},,\n`).join('')}${['', 'east', '', 'east'].map((above) => `west,${AT},moved,,${above},\n`).join('')}`,
    rep_events: `${REP_EVENTS}\n${['east', 'west', 'east'].map((team) => `bob,${AT},moved,${team},,\n`).join('')}`,
  };
  expect(await importing(folderOf(files), stores)).toMatchObject({
    counts: { accepted: 12, unchanged: 1, rejected: 0 },
  });
  expect(await namesOf(stores)).toEqual(['Far West', 'A', 'B', 'A', 'B', 'A']);
  expect(await stores.runner.state(teamDecider, 'west')).toMatchObject({ name: 'A', parentId: 'east' });
  expect(await stores.runner.state(repDecider, 'bob')).toMatchObject({ teamId: 'east' });
  const head = await stores.events.head();
  expect(await importing(folderOf(files), stores)).toMatchObject({ counts: { accepted: 0, rejected: 0 } });
  expect(await stores.events.head()).toBe(head);
  await expectRoundTrip(stores, ABOUT_PEOPLE);
  await stores.events.close();
});

it('appends nothing for a row that changed nothing when a later one of its team and instant is known', async () => {
  const stores = await imported();
  const files = { team_events: `${TEAM_EVENTS}\nwest,${AT},renamed,Far West,,\nwest,${AT},renamed,B,,\n` };
  for (const accepted of [1, 0]) {
    expect(await importing(folderOf(files), stores)).toMatchObject({ counts: { accepted } });
    expect(await namesOf(stores)).toEqual(['Far West', 'B']);
  }
  await stores.events.close();
});
