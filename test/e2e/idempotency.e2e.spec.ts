import { afterAll, describe, expect, it } from 'vitest';
import { type Answered, done, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

const api = await startApi();
const tokens = await furnish(api);
afterAll(() => api.stop());

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });

/** What counts of an answer. */
const said = ({ status, body, headers }: Answered) => ({ status, body, etag: headers.get('etag') });

describe('a request repeated by its idempotency key', () => {
  it('gets the same answer and appends nothing, whatever has happened since and however its fields are ordered', async () => {
    await openDeal(api, 'repeated');
    const first = await api.post('/api/deals/repeated/amount', { amount: usd(5) }, withKey('amount'));
    done(await api.post('/api/deals/repeated/win', {}));
    const head = await api.head();
    const reordered = { amount: { currency: 'USD', amount: 5 } };
    const again = await api.post('/api/deals/repeated/amount', reordered, withKey('amount'));
    expect([first.status, said(again)]).toEqual([200, said(first)]);
    expect(await api.head()).toBe(head);
  });

  it('gets the same answer though the revision that it expected is gone', async () => {
    await openDeal(api, 'expected');
    const sent = { headers: { 'idempotency-key': 'expecting', 'if-match': '"0"' } };
    const first = done(await api.post('/api/deals/expected/amount', { amount: usd(5) }, sent));
    expect(said(await api.post('/api/deals/expected/amount', { amount: usd(5) }, sent))).toEqual(said(first));
  });

  it('makes no second record when the server names it', async () => {
    const body = { name: 'Without an id' };
    const first = done(await api.post('/api/teams', body, withKey('team')));
    const head = await api.head();
    expect(said(await api.post('/api/teams', body, withKey('team')))).toEqual(said(first));
    expect(await api.head()).toBe(head);
  });

  it('gets the answer of a request that had nothing to do', async () => {
    await openDeal(api, 'unchanged');
    const first = done(await api.post('/api/deals/unchanged/amount', { amount: usd(100_000) }, withKey('nothing')));
    done(await api.post('/api/deals/unchanged/amount', { amount: usd(7) }));
    const again = await api.post('/api/deals/unchanged/amount', { amount: usd(100_000) }, withKey('nothing'));
    expect(said(again)).toEqual(said(first));
    expect((await api.get(`/api/deals/unchanged?after=${await api.head()}`)).body.amount).toEqual(usd(7));
  });

  it('is one fact when twenty arrive at once', async () => {
    await openDeal(api, 'at-once');
    const twenty = <T>(send: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, send));
    const changes = await twenty(() => api.post('/api/deals/at-once/amount', { amount: usd(9) }, withKey('change')));
    const creates = await twenty(() => api.post('/api/customers', { name: 'At once' }, withKey('create')));
    for (const answers of [changes, creates]) {
      expect(new Set(answers.map((answer) => JSON.stringify(said(answer)))).size).toBe(1);
    }
    const after = await api.head();
    expect((await api.get(`/api/deals/at-once?after=${after}`)).body.revision).toBe('1');
    expect((await api.get(`/api/customers?q=At%20once&after=${after}`)).body.items).toHaveLength(1);
  });

  it('gets the same answer from a server started anew', async () => {
    await openDeal(api, 'restarted');
    const changed = done(await api.post('/api/deals/restarted/amount', { amount: usd(5) }, withKey('kept change')));
    const created = done(await api.post('/api/customers', { name: 'Kept' }, withKey('kept create')));
    const head = await api.head();
    await api.restart();
    expect(said(await api.post('/api/deals/restarted/amount', { amount: usd(5) }, withKey('kept change')))).toEqual(
      said(changed),
    );
    expect(said(await api.post('/api/customers', { name: 'Kept' }, withKey('kept create')))).toEqual(said(created));
    const other = await api.post('/api/customers', { name: 'Other' }, withKey('kept create'));
    expect([other.status, other.body.code]).toEqual([422, 'IdempotencyKeyReused']);
    expect(await api.head()).toBe(head);
  });

  it('shows a token only the first time', async () => {
    const first = done(await api.post('/api/reps/ann/tokens', {}, withKey('token')));
    const { token, ...rest } = first.body;
    expect(token).toMatch(/^ann_/);
    expect((await api.post('/api/reps/ann/tokens', {}, withKey('token'))).body).toEqual(rest);
  });
});

describe('a key that was used', () => {
  it.each([
    ['another body', '/api/deals/used/amount', { amount: usd(6) }],
    ['another instant', '/api/deals/used/amount', { amount: usd(5), occurredAt: '2020-01-01T00:00:00Z' }],
    ['another route', '/api/deals/used/reschedule', { expectedCloseOn: '2030-01-31' }],
    ['another record', '/api/deals/other/amount', { amount: usd(5) }],
    ['a create', '/api/customers', { name: 'Another' }],
  ])('is refused for %s', async (_, path, body) => {
    await openDeal(api, 'used');
    await openDeal(api, 'other');
    done(await api.post('/api/deals/used/amount', { amount: usd(5) }, withKey('used')));
    const head = await api.head();
    const { status, body: problem } = await api.post(path, body, withKey('used'));
    expect([status, problem.code]).toEqual([422, 'IdempotencyKeyReused']);
    expect(await api.head()).toBe(head);
  });

  it('is another key when another actor sends it', async () => {
    const call = (repId: string) => ({ repId, customerId: 'acme' });
    const byAnn = done(await api.post('/api/activities/calls', call('ann'), { ...withKey('call'), token: tokens.ann }));
    const byBob = done(await api.post('/api/activities/calls', call('bob'), { ...withKey('call'), token: tokens.bob }));
    expect(byBob.body.id).not.toBe(byAnn.body.id);
  });

  it.each([
    ['empty', ''],
    ['too long', 'k'.repeat(256)],
  ])('must not be %s', async (_, key) => {
    const { status, body } = await api.post('/api/teams', { name: 'X' }, withKey(key));
    expect([status, body.errors]).toEqual([400, [{ path: 'header Idempotency-Key', message: expect.any(String) }]]);
  });
});
