import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.js';
import { gregorian } from '#kernel/fiscal-calendar.js';
import { repDecider, repDecisions, teamDecider, teamDecisions } from '#people/people.contract.js';
import { contextOf, type OpenStores, openStores } from '#testing/open-stores.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { quotaDecider, quotaIdOf } from '../domain/quota.state.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { decideSetQuota } from './set-quota.handler.js';

const NOW = '2017-03-01T09:00:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const ann: Actor = { id: 'ann', role: 'rep' };
const mia: Actor = { id: 'mia', role: 'manager' };

let stores: OpenStores;

const set = (actor: Actor, scope: QuotaHolder['scope'], scopeId: string, amount = 100) => {
  const days = { from: '2017-01-01', to: '2017-04-01' };
  const fields = {
    scope,
    scopeId,
    period: '2017-Q1',
    days,
    measure: 'amount' as const,
    amount: { amount, currency: 'USD' },
  };
  const decide = decideSetQuota(stores.runner, fields, actor);
  return stores.runner.create(quotaDecider, quotaIdOf(fields, days, gregorian(1)), contextOf(actor, NOW), decide);
};

const done = expect.objectContaining({ appended: 1 });
const refused = (code: string) => expect.objectContaining({ rejected: code });

beforeAll(async () => {
  stores = await openStores([teamDecider, repDecider, quotaDecider], [quotaVersions]);
  const { runner } = stores;
  for (const [team, parentId] of [
    ['all', null],
    ['north', 'all'],
    ['berlin', 'north'],
  ] as const) {
    const decide = teamDecisions.form(runner, { name: team, parentId }, admin);
    await runner.create(teamDecider, team, contextOf(admin, NOW), decide);
  }
  for (const [{ id, role }, teamId] of [
    [ann, 'berlin'],
    [mia, 'north'],
  ] as const) {
    const fields = { name: id, email: `${id}@example.org`, teamId, role, region: null, hiredOn: null };
    await runner.create(repDecider, id, contextOf(admin, NOW), repDecisions.hire(runner, fields, admin));
  }
});

afterAll(() => stores.close());

it('lets managers set quotas for their teams and those below', async () => {
  expect(await set(mia, 'team', 'north')).toEqual(done);
  expect(await set(mia, 'team', 'berlin')).toEqual(done);
  expect(await set(mia, 'rep', 'ann')).toEqual(done);
  expect(await set(mia, 'team', 'all')).toEqual(refused('NotAllowed'));
});

it('lets nobody set their own quota but managers', async () => {
  expect(await set(ann, 'rep', 'ann', 1)).toEqual(refused('NotAllowed'));
});

it('is for reps and teams that exist', async () => {
  expect(await set(admin, 'rep', 'nobody')).toEqual(refused('RepUnknown'));
  expect(await set(admin, 'team', 'nowhere')).toEqual(refused('TeamUnknown'));
});
