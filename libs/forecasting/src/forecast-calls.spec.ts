import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.js';
import { repDecider, repDecisions, teamDecider, teamDecisions } from '#people/people.contract.js';
import { contextOf, type OpenStores, openStores } from '#testing/open-stores.js';
import { decideAdjustForecast, levelOf } from './adjust-forecast/adjust-forecast.handler.js';
import { adjustmentIdOf, forecastAdjustmentDecider } from './domain/forecast-adjustment.state.js';
import { forecastSubmissionDecider } from './domain/forecast-submission.state.js';
import { type ForecastTarget, forecastTargetId } from './domain/forecast-target.js';
import { submissionDeadlineDecider } from './domain/submission-deadline.state.js';
import { decideSetSubmissionDeadline } from './set-submission-deadline/set-submission-deadline.handler.js';
import { decideSubmitForecast } from './submit-forecast/submit-forecast.handler.js';

const NOW = '2017-03-01T09:00:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const ann: Actor = { id: 'ann', role: 'rep' };
const mia: Actor = { id: 'mia', role: 'manager' };
const amount = { amount: 100, currency: 'USD' };
const days = { from: '2017-01-01', to: '2017-04-01' };

let stores: OpenStores;

const targetOf = (scope: ForecastTarget['scope'], scopeId: string): ForecastTarget => ({
  ...{ scope, scopeId, period: '2017-Q1', days },
  category: 'commit',
});

const adjust = async (actor: Actor, scope: ForecastTarget['scope'], scopeId: string) => {
  const { runner } = stores;
  const fields = { ...targetOf(scope, scopeId), level: await levelOf(runner, actor), amount, note: null };
  const decide = decideAdjustForecast(runner, fields, actor);
  return runner.create(forecastAdjustmentDecider, adjustmentIdOf(fields), contextOf(actor, NOW), decide);
};

const submit = (actor: Actor, scope: ForecastTarget['scope'], scopeId: string) => {
  const fields = { ...targetOf(scope, scopeId), amount, note: null };
  const decide = decideSubmitForecast(stores.runner, fields, actor);
  return stores.runner.create(forecastSubmissionDecider, forecastTargetId(fields), contextOf(actor, NOW), decide);
};

const done = expect.objectContaining({ appended: 1 });
const refused = (code: string) => expect.objectContaining({ rejected: code });

beforeAll(async () => {
  const calls = [forecastAdjustmentDecider, forecastSubmissionDecider, submissionDeadlineDecider];
  stores = await openStores([teamDecider, repDecider, ...calls], []);
  const { runner } = stores;
  for (const [team, parentId] of [
    ['all', null],
    ['north', 'all'],
    ['berlin', 'north'],
  ] as const) {
    const decide = teamDecisions.form(runner, { name: team, parentId }, admin);
    await runner.create(teamDecider, team, contextOf(admin, NOW), decide);
  }
  for (const [id, role, teamId] of [
    ['ann', 'rep', 'berlin'],
    ['bob', 'rep', 'berlin'],
    ['mia', 'manager', 'north'],
    ['rea', 'reader', 'north'],
  ] as const) {
    const fields = { name: id, email: `${id}@example.org`, teamId, role, region: null, hiredOn: null };
    await runner.create(repDecider, id, contextOf(admin, NOW), repDecisions.hire(runner, fields, admin));
  }
});

afterAll(() => stores.close());

it('lets managers adjust the forecast of their reps, of their teams and of those below, each at their level', async () => {
  expect(await adjust(mia, 'rep', 'ann')).toEqual(done);
  expect(await adjust(mia, 'team', 'berlin')).toEqual(done);
  expect(await adjust(mia, 'team', 'north')).toEqual(done);
  expect(await adjust(mia, 'team', 'all')).toEqual(refused('NotAllowed'));
  expect(await adjust(admin, 'rep', 'ann')).toEqual(done);
  expect(await stores.runner.state(forecastAdjustmentDecider, 'rep:ann:2017-01-01:2017-04-01:commit:north')).toEqual(
    expect.objectContaining({ level: 'north', amount }),
  );
  expect(await stores.runner.state(forecastAdjustmentDecider, 'rep:ann:2017-01-01:2017-04-01:commit:')).toEqual(
    expect.objectContaining({ level: null, amount }),
  );
});

it('lets no rep adjust a forecast, their own included', async () => {
  expect(await adjust(ann, 'rep', 'ann')).toEqual(refused('NotAllowed'));
  expect(await adjust({ id: 'rea', role: 'reader' }, 'rep', 'ann')).toEqual(refused('NotAllowed'));
});

it('lets reps submit for themselves, and managers for who and what is below', async () => {
  expect(await submit(ann, 'rep', 'ann')).toEqual(done);
  expect(await submit(ann, 'rep', 'bob')).toEqual(refused('NotAllowed'));
  expect(await submit(ann, 'team', 'berlin')).toEqual(refused('NotAllowed'));
  expect(await submit(mia, 'rep', 'bob')).toEqual(done);
  expect(await submit(mia, 'team', 'north')).toEqual(done);
  expect(await submit({ id: 'rea', role: 'reader' }, 'rep', 'rea')).toEqual(refused('NotAllowed'));
});

it('is about reps and teams that exist', async () => {
  expect(await adjust(admin, 'rep', 'nobody')).toEqual(refused('RepUnknown'));
  expect(await adjust(admin, 'team', 'nowhere')).toEqual(refused('TeamUnknown'));
  expect(await submit(admin, 'team', 'nowhere')).toEqual(refused('TeamUnknown'));
});

it('lets nobody but the admin set deadlines', async () => {
  const set = (actor: Actor) =>
    stores.runner.create(
      submissionDeadlineDecider,
      'month',
      contextOf(actor, NOW),
      decideSetSubmissionDeadline({ unit: 'month', dueOnDay: 5 }, actor),
    );
  expect(await set(mia)).toEqual(refused('NotAllowed'));
  expect(await set(admin)).toEqual(done);
});
