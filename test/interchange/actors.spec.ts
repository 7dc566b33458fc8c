import { expect, it } from 'vitest';
import { factsOf, folderOf, importing, newStores, ORGANISATION } from './folder-stores.js';

const HEADER = 'id,occurred_at,kind,rep_id,text,actor_id,details';
const note = (id: string, actorId: string, details = '') =>
  `${id},2024-03-01T00:00:00Z,note,ann,x,${actorId},${details}`;
const NOTES = [
  HEADER,
  note('by-admin', 'admin'),
  note('by-system', 'system'),
  note('for-admin', 'ann', '"{""onBehalfOf"":""admin""}"'),
  note('by-ann', 'ann'),
  note('by-nobody-named', ''),
  '',
].join('\n');

it('only an admin says in a file what the admin or the system did', async () => {
  const [stores, activities] = [await newStores(), folderOf({ activities: NOTES })];
  await importing(folderOf(ORGANISATION), stores);
  const { rejected, counts } = await importing(activities, stores, { id: 'mia', role: 'manager' });
  expect(rejected.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
    [2, 'NotAllowed'],
    [3, 'NotAllowed'],
    [4, 'NotAllowed'],
  ]);
  expect(counts).toMatchObject({ accepted: 2, rejected: 3 });
  expect((await factsOf(stores, /^NoteTaken$/)).map(({ by }) => by).sort()).toEqual(['ann', 'mia']);
  expect((await importing(activities, stores)).counts).toMatchObject({ accepted: 3, unchanged: 2, rejected: 0 });
});

it('no rep is hired by a file under the id of the admin or the system', async () => {
  const stores = await newStores();
  const reps = 'id,name,email,team_id,role\nadmin,A,a@example.org,west,rep\nann,Ann,ann@example.org,west,rep\n';
  const { rejected } = await importing(folderOf({ ...ORGANISATION, reps }), stores);
  expect(rejected).toEqual([
    {
      ...{ file: 'reps.csv', line: 2, column: null, code: 'RepIdReserved' },
      values: { detail: 'What admin does is not done by a rep: take another id' },
      reason: 'RepIdReserved: What admin does is not done by a rep: take another id',
    },
  ]);
});
