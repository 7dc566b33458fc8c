import { afterAll, describe, expect, it } from 'vitest';
import { done, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

const api = await startApi();
await furnish(api);
afterAll(() => api.stop());

/** Every list, and what adds one more record to it. */
const LISTS: readonly (readonly [list: string, path: string, bodyOf: (n: number) => object])[] = [
  ['/api/processes', '/api/processes', (n) => ({ id: `p-${n}`, name: `P ${n}`, stages: [stage] })],
  ['/api/teams', '/api/teams', (n) => ({ id: `t-${n}`, name: `T ${n}` })],
  ['/api/reps', '/api/reps', (n) => rep(n)],
  ['/api/products', '/api/products', (n) => ({ id: `g-${n}`, name: `G ${n}` })],
  ['/api/customers', '/api/customers', (n) => ({ id: `c-${n}`, name: `C ${n}` })],
  ['/api/deals', '/api/deals', (n) => deal(n)],
  ['/api/deals?owner=ann&status=Open', '/api/deals', (n) => deal(100 + n)],
  ['/api/activities', '/api/activities/notes', (n) => ({ id: `n-${n}`, repId: 'ann' })],
  ['/api/quotas', '/api/quotas', (n) => ({ repId: 'ann', period: String(2030 + n), amount: usd(n) })],
];
const stage = { id: 's', name: 'S', probability: 0.5, forecastCategory: 'pipeline' };
const rep = (n: number) => ({ id: `r-${n}`, name: 'R', email: 'r@example.com', teamId: 'north', role: 'rep' });
const deal = (n: number) => ({
  ...{ id: `d-${n}`, name: 'D', customerId: 'acme', processId: 'standard', ownerId: 'ann', amount: usd(n) },
});
const byId = (a: object, b: object): number => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1);
const LATER = '2999-12-31T00:00:00.000Z';
const withQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;

describe('a list', () => {
  it.each(LISTS)('%s shows a write at once, and walks by cursor without double or gap', async (list, path, bodyOf) => {
    const added: string[] = [];
    for (let n = 1; n <= 7; n += 1) {
      const { id, position } = done(await api.post(path, bodyOf(n))).body;
      added.push(id);
      const { items } = (await api.get(withQuery(list, `limit=200&after=${position}`))).body;
      expect(items.map((item: { id: string }) => item.id)).toContain(id);
    }
    const whole = (await api.get(withQuery(list, 'limit=200'))).body;
    for (const instant of ['', `asOf=${LATER}`]) {
      const walked: object[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: string = [`limit=3`, instant, cursor && `cursor=${encodeURIComponent(cursor)}`]
          .filter(Boolean)
          .join('&');
        const { body } = await api.get(withQuery(list, page));
        expect(body.items.length).toBeLessThanOrEqual(3);
        walked.push(...body.items);
        cursor = body.next;
      }
      expect(new Set(walked.map((item) => (item as { id: string }).id)).size).toBe(walked.length);
      expect([...walked].sort(byId)).toEqual([...whole.items].sort(byId));
    }
    expect(whole.next).toBeNull();
    expect(whole.items.map((item: { id: string }) => item.id)).toEqual(expect.arrayContaining(added));
  });

  it.each(LISTS)('%s takes limits from 1 to 200, and cursors of its own', async (list) => {
    for (const wrong of ['limit=0', 'limit=201', 'limit=1.5', 'limit=x', 'limit=1&limit=2', 'cursor=x', 'surprise=1']) {
      const { status, body } = await api.get(withQuery(list, wrong));
      expect([status, body.errors?.map(({ path }: { path: string }) => path)]).toEqual([400, [wrong.split('=')[0]]]);
    }
  });
});

describe('a read', () => {
  const READS = [
    ...LISTS.map(([list]) => list),
    ...['/api/processes/standard', '/api/teams/north', '/api/reps/ann', '/api/products/gtx', '/api/customers/acme'],
    ...['/api/deals/d-1', '/api/deals/d-1/history', '/api/pipelines/standard', '/api/forecasts?by=quarter'],
  ];

  it.each(READS)('%s names both instants and its position, and contains what it was asked to', async (path) => {
    const { position } = done(await api.post('/api/teams', { name: 'The last' })).body;
    const { status, body } = await api.get(
      withQuery(path, `after=${position}&asOf=2998-01-01T01:00:00%2B01:00&knownAt=${LATER}`),
    );
    expect([status, body.asOf, body.knownAt]).toEqual([200, '2998-01-01T00:00:00.000Z', LATER]);
    expect(Number(body.position)).toBeGreaterThanOrEqual(Number(position));
  });

  it.each(READS)('%s refuses instants and positions that are none', async (path) => {
    for (const wrong of ['asOf=2017-06-30', 'knownAt=yesterday', 'asOf=2017-06-31T00:00:00Z', 'after=-1', 'after=x']) {
      const { status, body } = await api.get(withQuery(path, wrong));
      expect([status, body.errors?.[0].path]).toEqual([400, wrong.split('=')[0]]);
    }
  });

  it('of a position beyond the log is told to come back, within 6 s', async () => {
    const started = Date.now();
    const answers = await Promise.all(READS.map((path) => api.get(withQuery(path, 'after=99999999999999999999'))));
    expect(Date.now() - started).toBeLessThan(6_000);
    for (const { status, headers, body } of answers) {
      expect([status, body.code]).toEqual([503, 'ReadModelBehind']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('tells what was true at an instant, and what was known of it then', async () => {
    const before = new Date().toISOString();
    await openDeal(api, 'late', { occurredAt: '2020-01-01T00:00:00Z' });
    done(await api.post('/api/deals/late/amount', { amount: usd(5), occurredAt: '2020-02-01T00:00:00Z' }));
    const after = await api.head();
    const amountAt = async (query: string) =>
      (await api.get(`/api/deals/late?after=${after}&${query}`)).body.amount?.amount;
    expect(await amountAt('asOf=2020-01-15T00:00:00Z')).toBe(100_000);
    expect(await amountAt('asOf=2020-02-01T00:00:00Z')).toBe(5);
    expect(await amountAt('asOf=2019-12-31T23:59:59.999Z')).toBeUndefined();
    expect(await amountAt(`asOf=2020-02-01T00:00:00Z&knownAt=${before}`)).toBeUndefined();
  });
});

describe('a revision', () => {
  it('that was read or answered is good for If-Match once', async () => {
    const position = await openDeal(api, 'matched');
    const { revision } = (await api.get(`/api/deals/matched?after=${position}`)).body;
    const change = (amount: number, etag: string) =>
      api.post('/api/deals/matched/amount', { amount: usd(amount) }, { headers: { 'if-match': etag } });
    const first = done(await change(1, `"${revision}"`));
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toBe(`"${first.body.revision}"`);
    expect((await change(2, `"${revision}"`)).status).toBe(412);
    expect((await change(2, etag)).status).toBe(200);
    expect((await change(3, '*')).status).toBe(200);
  });
});
