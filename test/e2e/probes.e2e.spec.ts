import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { ADMIN, done, startApi } from './running-api.js';
import { furnish } from './sales-floor.js';

const api = await startApi();
const tokens = await furnish(api);
afterAll(() => api.stop());

/** Sends what no HTTP client would: the path as it stands. */
const sendRaw = (path: string, ...headers: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(api.url);
    const lines = [`GET ${path} HTTP/1.1`, 'Host: annals', 'Connection: close', ...headers, '', ''];
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);

describe('what is written', () => {
  it.each([
    `'; DROP TABLE events; --`,
    '{"$gt": ""}',
    '$where: function() { return true }',
    '<script>alert(1)</script>',
    '%s%n%x \\u0000 #{7*7} {{7*7}}',
    'Zoë 株式会社 👩🏽‍💻 \u202e',
    '__proto__',
  ])('is read as it was: %s', async (name) => {
    const { id, position } = done(await api.post('/api/customers', { name, industry: name })).body;
    const { body } = await api.get(`/api/customers/${id}?after=${position}`);
    expect([body.name, body.industry]).toEqual([name, name]);
    const found = await api.get(`/api/customers?industry=${encodeURIComponent(name)}`);
    expect(found.body.items.map((item: { id: string }) => item.id)).toEqual([id]);
  });

  it('may have ids that mean something elsewhere', async () => {
    for (const id of ['constructor', '__proto__', 'toString', '...', '~', '-1', 'null']) {
      const { position } = done(await api.post('/api/teams', { id, name: id })).body;
      expect((await api.get(`/api/teams/${id}?after=${position}`)).body.name).toBe(id);
    }
  });

  it('does not reach the headers of the answer', async () => {
    const { headers, text } = await api.post('/api/teams', { id: 'x\r\nset-cookie: a=b', name: 'X' });
    expect([headers.get('set-cookie'), JSON.parse(text).status]).toEqual([null, 400]);
  });
});

describe('a path', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..\\package.json',
    '/.git/config',
  ])('out of the folder of static files leads nowhere: %s', async (path) => {
    const answer = await sendRaw(path);
    expect(statusOf(answer)).toBe(404);
    expect(answer).not.toContain('"dependencies"');
  });

  it.each(['/%61pi/teams', '/api%2fteams', '//api/teams', '/./api/teams', '/x/../api/teams', '/api/../api/teams'])(
    'spelt in another way is no way around the sign-in: %s',
    async (path) => {
      const answer = await sendRaw(path);
      expect(statusOf(answer)).toBeOneOf([401, 404]);
      expect(answer).not.toContain('"items"');
    },
  );

  it.each([
    ['not well encoded', '/api/teams/%zz', 400, 'BadInput'],
    ['with a long id', `/api/teams/${'x'.repeat(300)}`, 414, 'UrlTooLong'],
    ['beyond what a header may hold', `/api/teams/${'x'.repeat(20_000)}`, 431, 'HeadersTooLarge'],
  ])('%s is refused with a problem', async (_, path, status, code) => {
    const answer = await sendRaw(path, `Authorization: Bearer ${ADMIN}`);
    expect(statusOf(answer)).toBe(status);
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
  });
});

describe('a request', () => {
  it('of ten thousand unknown fields gets an answer of moderate size', async () => {
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field-${index}`, index]));
    const { status, text, body } = await api.post('/api/teams', { name: 'X', ...fields });
    expect([status, body.errors.length]).toEqual([400, 100]);
    expect(text.length).toBeLessThan(50_000);
  });

  it('is not what a header says that it is', async () => {
    const headers = {
      'x-http-method-override': 'DELETE',
      'x-original-url': '/api/health',
      'x-forwarded-for': '127.0.0.1',
    };
    expect((await api.call('GET', '/api/teams', { token: null, headers })).status).toBe(401);
    expect((await api.call('GET', '/api/teams?_method=DELETE', { headers })).status).toBe(400);
  });

  it('for the head of a read is answered like the read, without a body', async () => {
    const { status, text } = await api.call('HEAD', '/api/teams');
    expect([status, text]).toEqual([200, '']);
    expect((await api.call('HEAD', '/api/teams', { token: null })).status).toBe(401);
    expect((await api.call('HEAD', '/api/health', { token: null })).status).toBe(200);
  });

  it('from another site is not invited', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const { headers: answered } = await api.call('OPTIONS', '/api/teams', { token: null, headers });
    expect([...answered.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('the cookie of the sign-in', () => {
  it('lets its owner read, and not write', async () => {
    const signedIn = done(await api.post('/api/session', { token: tokens.ann }, { token: null }));
    const set = signedIn.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly; SameSite=Strict/);
    const cookie = { token: null, headers: { cookie: set.split(';')[0] ?? '' } };
    expect((await api.get('/api/session', cookie)).body).toEqual({ id: 'ann', role: 'rep' });
    expect((await api.get('/api/teams', cookie)).status).toBe(200);
    expect((await api.post('/api/customers', { name: 'X', ownerId: 'ann' }, cookie)).status).toBe(401);
  });

  it.each(['%zz', '', 'x'.repeat(5000), '"quoted"'])('that is none of ours is no sign-in: %s', async (value) => {
    const { status } = await api.get('/api/teams', { token: null, headers: { cookie: `annals_session=${value}` } });
    expect(status).toBe(401);
  });
});
