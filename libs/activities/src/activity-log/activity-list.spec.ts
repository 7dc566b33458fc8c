import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import type { Actor } from '#kernel/actor.js';
import { repDecider, repDecisions, teamDecider, teamDecisions } from '#people/people.contract.js';
import { fillPage } from '#projections/fill-page.js';
import { contextOf, type OpenStores, openStores } from '#testing/open-stores.js';
import { decideAddTask } from '../add-task/add-task.handler.js';
import { decideCompleteTask } from '../complete-task/complete-task.handler.js';
import { activityDecider } from '../domain/activity.state.js';
import { decideLogCall } from '../log-call/log-call.handler.js';
import { decideReassignTask } from '../reassign-task/reassign-task.handler.js';
import { type ActivityFilter, activityRange, entryAt, meets } from './activity-list.js';
import { activityLog } from './activity-log.projection.js';

const [MARCH, APRIL, MAY] = ['2017-03-01', '2017-04-01', '2017-05-01'].map((day) => `${day}T09:00:00.000Z`) as [
  string,
  string,
  string,
];
const FOREVER = '9999-01-01T00:00:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const ann: Actor = { id: 'ann', role: 'rep' };
const bob: Actor = { id: 'bob', role: 'rep' };

let stores: OpenStores;

const about = { customerId: null, dealId: null, subject: null, text: null };

const call = (actor: Actor, names: Readonly<{ repId: string; customerId?: string; dealId?: string }>) => {
  const fields = { ...about, ...names, direction: null, durationSeconds: 60, outcome: null };
  const decide = decideLogCall(stores.runner, fields, actor);
  return stores.runner.create(activityDecider, undefined, contextOf(actor, MARCH), decide);
};

const list = async (filter: ActivityFilter, asOf?: string) => {
  const at = { asOf: asOf ?? FOREVER, knownAt: FOREVER, latest: asOf === undefined };
  const collection = stores.reads.collection(activityLog.documents);
  const page = await fillPage(collection, activityRange(filter, at.latest), {}, (entry) => {
    const shown = entryAt(entry, at);
    return shown && meets(filter, shown) ? `${shown.id} ${shown.repId} ${shown.state}` : null;
  });
  return page.items;
};

beforeAll(async () => {
  stores = await openStores([teamDecider, repDecider, customerDecider, dealDecider, activityDecider], [activityLog]);
  const { runner } = stores;
  const form = teamDecisions.form(runner, { name: 'north', parentId: null }, admin);
  await runner.create(teamDecider, 'north', contextOf(admin, MARCH), form);
  for (const { id, role } of [ann, bob]) {
    const fields = { name: id, email: `${id}@example.org`, teamId: 'north', role, region: null, hiredOn: null };
    await runner.create(repDecider, id, contextOf(admin, MARCH), repDecisions.hire(runner, fields, admin));
  }
  const task = decideAddTask(runner, { ...about, repId: 'ann', dueOn: null }, ann);
  await runner.create(activityDecider, 'offer', contextOf(ann, MARCH), task);
  const reassign = decideReassignTask(runner, { repId: 'bob' }, ann);
  await runner.change(activityDecider, 'offer', contextOf(ann, APRIL), reassign);
  await runner.change(activityDecider, 'offer', contextOf(bob, MAY), decideCompleteTask(runner, bob));
  await stores.caughtUp();
});

afterAll(() => stores.close());

describe('An activity', () => {
  it('is recorded by its rep, with a customer and a deal that exist', async () => {
    expect(await call(bob, { repId: 'ann', customerId: 'acme' })).toMatchObject({ rejected: 'NotAllowed' });
    expect(await call(ann, { repId: 'ann', customerId: 'acme' })).toMatchObject({ rejected: 'CustomerUnknown' });
    expect(await call(ann, { repId: 'ann', dealId: 'big' })).toMatchObject({ rejected: 'DealUnknown' });
    expect(await call(admin, { repId: 'nobody', dealId: 'big' })).toMatchObject({ rejected: 'RepUnknown' });
  });
});

describe('A task', () => {
  it('is listed under the rep who has it', async () => {
    expect(await list({ repId: 'bob', kind: 'task' })).toEqual(['offer bob done']);
    expect(await list({ repId: 'ann' })).toEqual([]);
  });

  it('is listed, for an earlier instant, under the rep who had it then', async () => {
    expect(await list({ repId: 'ann' }, MARCH)).toEqual(['offer ann open']);
    expect(await list({ repId: 'ann' }, APRIL)).toEqual([]);
    expect(await list({ repId: 'bob' }, APRIL)).toEqual(['offer bob open']);
    expect(await list({}, MAY)).toEqual(['offer bob done']);
  });
});
