import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Role } from '#kernel/actor.js';
import { isRejected } from '#kernel/outcome.js';
import { contextOf, type OpenStores, openStores } from '#testing/open-stores.js';
import { mayManageTeam, mayWrite } from './access.contract.js';
import { decideDepartRep } from './depart-rep/depart-rep.handler.js';
import { repDecider, repDecisions, teamDecider, teamDecisions } from './people.contract.js';

const NOW = '2026-11-28T09:00:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const managerCalled = (id: string): Actor => ({ id, role: 'manager' });

/** Who is in which team: East 1 is below East, Left and Right are below each other. */
const PEOPLE: Readonly<Record<string, readonly [Role, string]>> = {
  ravi: ['manager', 'east'],
  gloria: ['manager', 'east'],
  ana: ['analyst', 'east'],
  ada: ['admin', 'east'],
  rob: ['rep', 'east'],
  rea: ['reader', 'east'],
  nina: ['manager', 'east-1'],
  lena: ['manager', 'left'],
  rita: ['manager', 'right'],
  leo: ['rep', 'left'],
  low: ['rep', 'below-left'],
};

let stores: OpenStores;

beforeAll(async () => {
  stores = await openStores([teamDecider, repDecider], []);
  const parents = {
    east: null,
    'east-1': 'east',
    left: null,
    right: 'left',
    'below-left': 'left',
    one: null,
    two: null,
  };
  for (const [id, parentId] of Object.entries(parents)) {
    await stores.runner.create(
      teamDecider,
      id,
      contextOf(admin, NOW),
      teamDecisions.form(stores.runner, { name: id, parentId }, admin),
    );
  }
  // As two processes may have it at the same time: left and right are below each other.
  await stores.runner.create(teamDecider, 'left', contextOf(admin, NOW), () => [
    { type: 'TeamMoved' as const, data: { teamId: 'left', from: null, to: 'right' } },
  ]);
  for (const [id, [role, teamId]] of Object.entries(PEOPLE)) {
    const fields = { name: id, email: `${id}@example.com`, teamId, role, region: null, hiredOn: null };
    await stores.runner.create(repDecider, id, contextOf(admin, NOW), repDecisions.hire(stores.runner, fields, admin));
  }
});
afterAll(() => stores.close());

/** What becomes of it when the actor moves the rep to East 1, or lets them go; nothing is appended. */
const attempts = async (actor: Actor, repId: string): Promise<readonly (string | null)[]> => {
  const { runner, reads } = stores;
  const rep = await runner.state(repDecider, repId);
  if (rep === null) throw new Error(`There is no ${repId}`);
  const departure = { on: '2026-11-30', successors: [{ ownerId: 'rob', share: 1 }], reason: null };
  const deciding = { id: repId, at: NOW };
  const outcomes = [
    await repDecisions.move(runner, { teamId: 'east-1' }, actor)(rep, deciding),
    await decideDepartRep(runner, reads, departure, actor)(rep, deciding),
  ];
  return outcomes.map((outcome) => (isRejected(outcome) ? outcome.rejected : null));
};

it.each(['gloria', 'ana', 'ada'])('a manager neither moves %s, who is beside them, nor lets them go', async (repId) => {
  expect(await attempts(managerCalled('ravi'), repId)).toEqual(['NotAllowed', 'NotAllowed']);
});

it.each(['ravi', 'nina', 'rea'])('a manager moves %s and lets them go: themselves, or below them', async (repId) => {
  expect(await attempts(managerCalled('ravi'), repId)).toEqual([null, null]);
});

it('a manager from below moves nobody above', async () => {
  for (const repId of ['ravi', 'rob'])
    expect(await attempts(managerCalled('nina'), repId)).toEqual(['NotAllowed', 'NotAllowed']);
});

it('an admin moves whom they like and lets them go', async () => {
  for (const repId of ['gloria', 'ada', 'nina']) expect(await attempts(admin, repId)).toEqual([null, null]);
});

it('the managers of teams that are below each other have no rights over each other', async () => {
  const { runner } = stores;
  expect(await mayManageTeam(runner, managerCalled('lena'), 'right')).toMatchObject({ rejected: 'NotAllowed' });
  expect(await mayManageTeam(runner, managerCalled('rita'), 'left')).toMatchObject({ rejected: 'NotAllowed' });
  expect(await mayWrite(runner, managerCalled('rita'), 'leo')).toMatchObject({ rejected: 'NotAllowed' });
  expect(await mayWrite(runner, managerCalled('rita'), 'low')).toMatchObject({ rejected: 'NotAllowed' });
  for (const repId of ['leo', 'low']) expect(await mayWrite(runner, managerCalled('lena'), repId)).toBeNull();
});

it('of two moves that would put teams below each other one is refused, also of those that are imported', async () => {
  const { runner } = stores;
  const move = async (teamId: string, parentId: string) => {
    const decide = teamDecisions.move(runner, { parentId }, admin);
    const [answer] = await runner.series(teamDecider, teamId, [{ context: contextOf(admin, NOW), decide }]);
    return answer && isRejected(answer) ? answer.rejected : null;
  };
  expect((await Promise.all([move('one', 'two'), move('two', 'one')])).sort()).toEqual(['TeamBelowItself', null]);
});
