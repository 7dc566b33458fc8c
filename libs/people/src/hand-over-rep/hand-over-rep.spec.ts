import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activityDecider, activityDecisions } from '#activities/activities.contract.js';
import { taskHeritage } from '#activities/task-heritage.contract.js';
import type { Answer } from '#commands/command-runner.js';
import { readSettings } from '#config/settings.js';
import { customerHeritage } from '#customers/customer-heritage.contract.js';
import { customerDecider, customerDecisions } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import type { Actor } from '#kernel/actor.js';
import { isRejected } from '#kernel/outcome.js';
import { scanAll } from '#projections/scan-all.js';
import { contextOf, type OpenStores, openStores } from '#testing/open-stores.js';
import { decideDepartRep } from '../depart-rep/depart-rep.handler.js';
import { departureIdOf } from '../depart-rep/departure-id.js';
import { distribute } from '../domain/distribute.js';
import { decideFormTeam } from '../form-team/form-team.handler.js';
import type { Heritage } from '../heritage.contract.js';
import { decideHireRep } from '../hire-rep/hire-rep.handler.js';
import { repDecider, teamDecider } from '../people.contract.js';
import { repVersions, teamVersions } from '../people-directory/people-directory.projections.js';
import { handOverRep } from './hand-over-rep.js';

const NOW = '2017-03-01T09:00:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const mia: Actor = { id: 'mia', role: 'manager' };
const max: Actor = { id: 'max', role: 'manager' };
const ann: Actor = { id: 'ann', role: 'rep' };

const heritages = [customerHeritage, taskHeritage];
const CUSTOMERS = Array.from({ length: 40 }, (_, index) => `customer-${index}`);
const TASKS = Array.from({ length: 7 }, (_, index) => `task-${index}`);

const settings = readSettings({});

let stores: OpenStores;

const accept = async <C extends string>(answer: Promise<Answer<C>>): Promise<void> => {
  const answered = await answer;
  if (isRejected(answered)) throw new Error(`${answered.rejected}: ${answered.detail}`);
};

const add = async (customerId: string, ownerId: string): Promise<void> => {
  const fields = { name: customerId, ownerId, industry: null, region: null, source: null, contacts: [] };
  const decide = customerDecisions.add(stores.runner, fields, admin);
  await accept(stores.runner.create(customerDecider, customerId, contextOf(admin, NOW), decide));
};

const addTask = async (taskId: string, repId: string): Promise<void> => {
  const fields = { repId, customerId: null, dealId: null, subject: taskId, text: null, dueOn: null };
  const decide = activityDecisions.addTask(stores.runner, fields, admin);
  await accept(stores.runner.create(activityDecider, taskId, contextOf(admin, NOW), decide));
};

type Departing = Parameters<typeof decideDepartRep>[2];

const depart = (repId: string, successors: Departing['successors'], actor = admin, context = contextOf(actor, NOW)) =>
  stores.runner.change(
    repDecider,
    repId,
    context,
    decideDepartRep(stores.runner, stores.reads, { on: '2017-03-01', reason: null, successors }, actor),
  );

const to = (...ownerIds: readonly string[]): Departing['successors'] => ownerIds.map((ownerId) => ({ ownerId }));

const run = { signal: new AbortController().signal, progress: async (): Promise<void> => {} };

const handOver = (repId = 'ann', inherited: readonly Heritage[] = heritages, how = run): Promise<void> =>
  handOverRep({ ...stores, settings, heritages: inherited }, repId, how);

/** Breaks down once it has handed over so many. */
const breakingAfter = (count: number, heritage: Heritage): Heritage => {
  let left = count;
  return {
    ...heritage,
    reassign: async (...args) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return heritage.reassign(...args);
    },
  };
};

const counted = (items: readonly (string | undefined)[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(items)].map((item) => [String(item), items.filter((one) => one === item).length]));

const owners = async (): Promise<Readonly<Record<string, number>>> =>
  counted(
    await Promise.all(CUSTOMERS.map(async (id) => (await stores.runner.state(customerDecider, id))?.ownerId ?? '')),
  );

const recorded = async (type: string) =>
  (await stores.events.readAll({ limit: 1000 })).filter((event) => event.type === type);

const receipt = async () => (await stores.runner.state(repDecider, 'ann'))?.departure?.handover;

beforeEach(async () => {
  const models = [repVersions, teamVersions, ...heritages.flatMap(({ owners, handovers }) => [owners, handovers])];
  const deciders = [teamDecider, repDecider, customerDecider, activityDecider, dealDecider];
  stores = await openStores(deciders, models);
  const { runner } = stores;
  const teams = { north: null, south: null };
  for (const [teamId, parentId] of Object.entries(teams)) {
    const decide = decideFormTeam(runner, { name: teamId, parentId }, admin);
    await accept(runner.create(teamDecider, teamId, contextOf(admin, NOW), decide));
  }
  const reps = { mia: ['north', 'manager'], max: ['south', 'manager'] } as const;
  const sellers = {
    ann: ['north', 'rep'],
    bob: ['north', 'rep'],
    cleo: ['north', 'rep'],
    dan: ['south', 'rep'],
  } as const;
  for (const [repId, [teamId, role]] of Object.entries({ ...reps, ...sellers })) {
    const fields = { name: repId, email: `${repId}@example.org`, teamId, role, region: null, hiredOn: null };
    const decide = decideHireRep(runner, fields, admin);
    await accept(runner.create(repDecider, repId, contextOf(admin, NOW), decide));
  }
  for (const id of CUSTOMERS) await add(id, 'ann');
  for (const id of TASKS) await addTask(id, 'ann');
  await stores.caughtUp();
});

afterEach(() => stores.close());

describe('A departure', () => {
  it('is for the managers of the leaver to decide', async () => {
    expect(await depart('ann', to('bob'), ann)).toMatchObject({ rejected: 'NotAllowed' });
    expect(await depart('ann', to('bob'), max)).toMatchObject({ rejected: 'NotAllowed' });
    await accept(depart('ann', to('bob'), mia));
  });

  it('names the successors that a rule stands for', async () => {
    await accept(depart('ann', 'team', mia));
    await accept(depart('dan', 'manager'));
    const successorsOf = async (repId: string) => (await stores.runner.state(repDecider, repId))?.departure?.successors;
    expect(await successorsOf('ann')).toEqual([
      { ownerId: 'bob', share: 1 },
      { ownerId: 'cleo', share: 1 },
    ]);
    expect(await successorsOf('dan')).toEqual([{ ownerId: 'max', share: 1 }]);
  });

  it('is refused by a rule that names nobody', async () => {
    expect(await depart('dan', 'team')).toMatchObject({ rejected: 'SuccessorMissing' });
  });

  it('happens once, however often it is asked for', async () => {
    const key = { key: 'goodbye', fingerprint: 'depart ann' };
    const first = await depart('ann', 'team', admin, { ...contextOf(admin, NOW), idempotency: key });
    const before = await stores.events.head();
    expect(await depart('ann', 'team')).toMatchObject({ appended: 0 });
    const context = { ...contextOf(admin, NOW), idempotency: { ...key, fingerprint: 'depart bob' } };
    expect(await depart('ann', 'team', admin, context)).toMatchObject({ rejected: 'IdempotencyKeyReused' });
    expect(first).toMatchObject({ appended: 1 });
    expect(await stores.events.head()).toBe(before);
  });
});

describe('A handover', () => {
  it('gives everything to the successors in fair parts, and says so', async () => {
    await accept(depart('ann', to('bob', 'cleo'), mia));
    await handOver();
    expect(await owners()).toEqual({ bob: 20, cleo: 20 });
    expect(await receipt()).toEqual({ customers: 40, deals: 0, tasks: 7 });
    const [assigned] = await recorded('customer-assigned.v1');
    expect(assigned?.metadata).toMatchObject({
      by: 'system',
      onBehalfOf: 'mia',
      source: 'job',
      causationId: departureIdOf('ann'),
    });
  });

  it('changes nothing when it is run again', async () => {
    await accept(depart('ann', to('bob', 'cleo')));
    await handOver();
    const before = await stores.events.head();
    await handOver();
    expect(await stores.events.head()).toBe(before);
  });

  it('does the rest after it was killed, nothing twice, and counts all', async () => {
    await accept(depart('ann', to('bob', 'cleo')));
    const broken = breakingAfter(21, customerHeritage);
    await expect(handOver('ann', [broken, taskHeritage])).rejects.toThrow('killed');
    expect(await receipt()).toBeNull();
    await stores.caughtUp();
    await handOver();
    expect(await owners()).toEqual({ bob: 20, cleo: 20 });
    expect(await recorded('customer-assigned.v1')).toHaveLength(40);
    expect(await recorded('task-reassigned.v1')).toHaveLength(7);
    expect(await receipt()).toEqual({ customers: 40, deals: 0, tasks: 7 });
  });

  it.each([1, 5, 16, 23, 39])('of what weighs ends as a whole one would have, killed after %i', async (killed) => {
    const weighed = (id: string) => ({ id, weight: Number(id.split('-')[1]) ** 2 });
    const weighty: Heritage = {
      ...customerHeritage,
      owned: async (...of) => (await customerHeritage.owned(...of)).map(({ id }) => weighed(id)),
      weigh: async (_sources, ids) => ids.map(weighed),
    };
    const whole = distribute(
      CUSTOMERS.map(weighed),
      ['bob', 'cleo'].map((ownerId) => ({ ownerId, share: 1 })),
    );
    await accept(depart('ann', to('bob', 'cleo')));
    await expect(handOver('ann', [breakingAfter(killed, weighty)])).rejects.toThrow('killed');
    await handOver('ann', [weighty]);
    const owner = async (id: string) => (await stores.runner.state(customerDecider, id))?.ownerId;
    expect(await Promise.all(CUSTOMERS.map(async (id) => [id, await owner(id)]))).toEqual(
      CUSTOMERS.map((id) => [id, whole.get(id)]),
    );
  });

  it('does its work once when two run it at the same time', async () => {
    await accept(depart('ann', to('bob', 'cleo')));
    await Promise.all([handOver(), handOver()]);
    expect(await recorded('customer-assigned.v1')).toHaveLength(40);
    expect(await recorded('rep-handover-completed.v1')).toHaveLength(1);
    expect(await receipt()).toEqual({ customers: 40, deals: 0, tasks: 7 });
  });

  it('stops when the process shuts down, and goes on later', async () => {
    await accept(depart('ann', to('bob')));
    const stopping = new AbortController();
    const progress = async () => stopping.abort();
    await expect(handOver('ann', heritages, { signal: stopping.signal, progress })).rejects.toThrow();
    expect(await receipt()).toBeNull();
    await handOver();
    expect(await owners()).toEqual({ bob: 40 });
  });

  it('passes on to the successors of a successor who has left since', async () => {
    await accept(depart('ann', to('bob', 'cleo')));
    await accept(depart('bob', to('dan')));
    await handOver();
    expect(await owners()).toEqual({ cleo: 20, dan: 20 });
  });

  it('takes a record that reaches the leaver while it runs', async () => {
    await accept(depart('ann', to('bob')));
    let late = true;
    const racing: Heritage = {
      ...customerHeritage,
      // A command that was decided before the departure and appended after it.
      reassign: async (...args) => {
        if (late) {
          late = false;
          const event = { type: 'CustomerAdded', data: { customerId: 'late', name: 'late', ownerId: 'ann' } } as const;
          const particulars = { industry: null, region: null, source: null, contacts: [] };
          await accept(
            stores.runner.create(customerDecider, 'late', contextOf(admin, NOW), () => [
              { ...event, data: { ...event.data, ...particulars } },
            ]),
          );
        }
        return customerHeritage.reassign(...args);
      },
    };
    await handOver('ann', [racing, taskHeritage]);
    expect((await stores.runner.state(customerDecider, 'late'))?.ownerId).toBe('bob');
    expect(await receipt()).toEqual({ customers: 41, deals: 0, tasks: 7 });
  });

  it('leaves a record alone that has changed hands meanwhile', async () => {
    const item = { id: 'customer-0', from: 'bob', to: 'cleo' };
    const answer = await customerHeritage.reassign(stores.runner, item, contextOf(admin, NOW));
    expect(answer).toMatchObject({ appended: 0 });
    expect((await stores.runner.state(customerDecider, 'customer-0'))?.ownerId).toBe('ann');
  });

  it('lists each record with its new owner', async () => {
    await accept(depart('ann', to('bob')));
    await handOver();
    await stores.caughtUp();
    const lines: string[] = [];
    const range = { index: 'byDeparture', equals: { departureId: departureIdOf('ann') } };
    for await (const { doc } of scanAll(stores.reads.collection(taskHeritage.handovers.documents), range)) {
      lines.push(`${doc.id} ${doc.from} ${doc.to}`);
    }
    expect(lines).toEqual(TASKS.map((id) => `${id} ann bob`));
  });
});
