import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandContext } from '#commands/command-context.js';
import type { Actor } from '#kernel/actor.js';
import { repDecider, repDecisions, teamDecider, teamDecisions } from '#people/people.contract.js';
import { listVersions } from '#projections/list-versions.js';
import { contextOf, type OpenStores, openStores } from '#testing/open-stores.js';
import { decideAddCustomer } from './add-customer/add-customer.handler.js';
import { decideAssignCustomer } from './assign-customer/assign-customer.handler.js';
import { decideChangeCustomerProfile } from './change-customer-profile/change-customer-profile.handler.js';
import { decideClaimCustomer } from './claim-customer/claim-customer.handler.js';
import { customerRange, meets } from './customer-versions/customer-list.js';
import { customerVersions } from './customer-versions/customer-versions.projection.js';
import { withMerged } from './customer-versions/merged-customers.contract.js';
import { ownersOverTime } from './customer-versions/owners-over-time.js';
import { customerDecider } from './domain/customer.state.js';
import { decideMergeCustomer } from './merge-customer/merge-customer.handler.js';
import { decideReleaseCustomer } from './release-customer/release-customer.handler.js';

const NOW = '2017-03-01T09:00:00.000Z';
const LATER = '2017-04-01T09:00:00.000Z';
const FOREVER = '9999-01-01T00:00:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const ann: Actor = { id: 'ann', role: 'rep' };
const bob: Actor = { id: 'bob', role: 'rep' };
const mia: Actor = { id: 'mia', role: 'manager' };
const max: Actor = { id: 'max', role: 'manager' };
const rita: Actor = { id: 'rita', role: 'reader' };

let stores: OpenStores;
let customers = 0;

const newId = (): string => {
  customers += 1;
  return `c${customers}`;
};

const add = (actor: Actor, ownerId: string | null, id?: string, context: CommandContext = contextOf(actor, NOW)) => {
  const fields = { name: 'Acme', ownerId, industry: null, region: null, source: null, contacts: [] };
  return stores.runner.create(customerDecider, id, context, decideAddCustomer(stores.runner, fields, actor));
};

const added = async (ownerId: string | null): Promise<string> => {
  const id = newId();
  await add(admin, ownerId, id);
  return id;
};

const assign = (actor: Actor, id: string, ownerId: string) =>
  stores.runner.change(
    customerDecider,
    id,
    contextOf(actor, LATER),
    decideAssignCustomer(stores.runner, { ownerId }, actor),
  );

const claim = (actor: Actor, id: string) =>
  stores.runner.change(customerDecider, id, contextOf(actor, LATER), decideClaimCustomer(stores.runner, actor));

const release = (actor: Actor, id: string) =>
  stores.runner.change(
    customerDecider,
    id,
    contextOf(actor, LATER),
    decideReleaseCustomer(stores.runner, { reason: null }, actor),
  );

const rename = (actor: Actor, id: string, name: string) =>
  stores.runner.change(
    customerDecider,
    id,
    contextOf(actor, LATER),
    decideChangeCustomerProfile(stores.runner, { profile: { name } }, actor),
  );

const done = expect.objectContaining({ appended: 1 });
const nothing = expect.objectContaining({ appended: 0 });
const refused = (code: string) => expect.objectContaining({ rejected: code });

beforeAll(async () => {
  stores = await openStores([teamDecider, repDecider, customerDecider], [customerVersions]);
  const { runner } = stores;
  for (const team of ['north', 'south']) {
    const decide = teamDecisions.form(runner, { name: team, parentId: null }, admin);
    await runner.create(teamDecider, team, contextOf(admin, NOW), decide);
  }
  const reps = [
    [ann, 'north'],
    [bob, 'south'],
    [mia, 'north'],
    [max, 'south'],
  ] as const;
  for (const [{ id, role }, teamId] of reps) {
    const fields = { name: id, email: `${id}@example.org`, teamId, role, region: null, hiredOn: null };
    await runner.create(repDecider, id, contextOf(admin, NOW), repDecisions.hire(runner, fields, admin));
  }
  const left = {
    name: 'leo',
    email: 'leo@example.org',
    teamId: 'north',
    role: 'rep',
    region: null,
    hiredOn: null,
  } as const;
  await runner.create(repDecider, 'leo', contextOf(admin, NOW), repDecisions.hire(runner, left, admin));
  const departure = { on: '2017-02-28', reason: null };
  const depart = repDecisions.recordDeparture(departure, admin);
  await runner.create(repDecider, 'leo', contextOf(admin, NOW), depart);
});

afterAll(() => stores.close());

describe('Adding a customer', () => {
  it('is for reps to do for themselves or for the pool', async () => {
    expect(await add(ann, 'ann')).toEqual(done);
    expect(await add(ann, null)).toEqual(done);
    expect(await add(ann, 'bob')).toEqual(refused('NotAllowed'));
  });

  it('is for managers to do for their teams', async () => {
    expect(await add(mia, 'ann')).toEqual(done);
    expect(await add(max, 'ann')).toEqual(refused('NotAllowed'));
  });

  it('is not for readers', async () => {
    expect(await add(rita, null)).toEqual(refused('NotAllowed'));
  });

  it('takes an owner who exists and is still here', async () => {
    expect(await add(admin, 'nobody')).toEqual(refused('RepUnknown'));
    expect(await add(admin, 'leo')).toEqual(refused('RepDeparted'));
  });

  it('gives a repeated request its first answer, and a key to one request only', async () => {
    const keyed = (fingerprint: string) => ({
      ...contextOf(ann, NOW),
      commandId: '11111111-1111-4111-8111-111111111111',
      idempotency: { key: 'k', fingerprint },
    });
    const first = await add(ann, 'ann', undefined, keyed('one'));
    expect(first).toEqual(done);
    expect(await add(ann, 'ann', undefined, keyed('one'))).toEqual({ ...first, appended: 0 });
    expect(await add(ann, 'ann', undefined, keyed('two'))).toEqual(refused('IdempotencyKeyReused'));
  });
});

describe('Whose a customer is', () => {
  it('is for their owner, and the managers above, to change', async () => {
    const id = await added('ann');
    expect(await assign(bob, id, 'bob')).toEqual(refused('NotAllowed'));
    expect(await assign(max, id, 'bob')).toEqual(refused('NotAllowed'));
    expect(await assign(mia, id, 'bob')).toEqual(done);
    expect(await assign(ann, id, 'ann')).toEqual(refused('NotAllowed'));
    expect(await rename(ann, id, 'Mine')).toEqual(refused('NotAllowed'));
    expect(await rename(bob, id, 'Mine')).toEqual(done);
  });

  it('is, out of the pool, for whoever may own for the new owner', async () => {
    const id = await added(null);
    expect(await assign(max, id, 'ann')).toEqual(refused('NotAllowed'));
    expect(await assign(mia, id, 'ann')).toEqual(done);
  });

  it('is decided by the first of two who claim', async () => {
    const id = await added(null);
    const answers = await Promise.all([claim(ann, id), claim(bob, id)]);
    expect(answers.filter((answer) => 'rejected' in answer)).toEqual([refused('CustomerAlreadyOwned')]);
    expect(await claim(admin, await added(null))).toEqual(refused('RepUnknown'));
  });

  it('ends with a release, which may be repeated', async () => {
    const id = await added('ann');
    expect(await release(bob, id)).toEqual(refused('NotAllowed'));
    expect(await release(ann, id)).toEqual(done);
    expect(await release(ann, id)).toEqual(nothing);
  });

  it('is asked of customers that exist', async () => {
    expect(await release(admin, 'none')).toEqual(refused('NotFound'));
  });
});

describe('Merging customers', () => {
  const decideMerge = (into: string) => decideMergeCustomer(stores.runner, { into }, admin);
  const merge = (id: string, into: string, decide = decideMerge(into)) =>
    stores.runner.change(customerDecider, id, contextOf(admin, LATER), decide);

  it('is decided and read to an end, even after two processes merged two into each other at once', async () => {
    const [one, other, third] = [await added('ann'), await added('ann'), await added('ann')];
    const answer = await merge(one, other, async (...asked) => {
      const outcome = await decideMerge(other)(...asked);
      // What another process does after this one has looked at the other customer.
      expect(await merge(other, one)).toEqual(done);
      return outcome;
    });
    expect(answer).toEqual(done);
    expect(await merge(third, one)).toEqual(done);
    expect(await merge(one, third)).toEqual(refused('CustomerIsMerged'));
    await stores.caughtUp();
    const now = { asOf: FOREVER, knownAt: FOREVER };
    expect((await withMerged(stores.reads, one, now)).toSorted()).toEqual([one, other, third].toSorted());
  });
});

describe('The customers as they stood', () => {
  const list = async (asOf: string, latest: boolean, filter: Parameters<typeof meets>[0]) => {
    const at = { asOf, knownAt: FOREVER, latest };
    const query = { at, range: customerRange(filter), matches: meets(filter), page: {} };
    return (await listVersions(stores.reads, customerVersions.documents, query)).items.map(({ id }) => id);
  };

  it('are found by owner, now and at any instant', async () => {
    const id = await added('ann');
    await assign(admin, id, 'bob');
    await stores.caughtUp();
    expect(await list(FOREVER, true, { ownerId: 'bob' })).toContain(id);
    expect(await list(FOREVER, true, { ownerId: 'ann' })).not.toContain(id);
    expect(await list(NOW, false, { ownerId: 'ann' })).toContain(id);
  });

  it('tell who looked after them', async () => {
    const id = await added('ann');
    await rename(ann, id, 'Other');
    await assign(admin, id, 'bob');
    await stores.caughtUp();
    const entry = await stores.reads.collection(customerVersions.documents).get(id);
    const owners = entry && ownersOverTime(entry.doc, { asOf: FOREVER, knownAt: FOREVER });
    expect(owners?.map(({ ownerId, from, to }) => [ownerId, from, to])).toEqual([
      ['ann', NOW, LATER],
      ['bob', LATER, null],
    ]);
  });
});
