import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, type RunningApi, startApi } from './running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ ANNALS_TRUSTED_PROXIES: '127.0.0.1', ANNALS_RATE_LIMIT: '20' });
});
afterAll(() => api.stop());

const cookies = async (headers: Record<string, string>): Promise<readonly (string | null)[]> => {
  const signedIn = await api.post('/api/session', { token: ADMIN }, { token: null, headers });
  const signedOut = await api.call('DELETE', '/api/session', { token: null, headers });
  return [signedIn, signedOut].map((answer) => answer.headers.get('set-cookie'));
};

it('the cookie of a session is Secure where the page came by https, and is kept by http on loopback', async () => {
  const plain = 'Path=/api; HttpOnly; SameSite=Strict';
  for (const headers of [{}, { origin: 'http://localhost:3000' }, { 'x-forwarded-proto': 'http' }]) {
    expect(await cookies(headers)).toEqual([
      `annals_session=${ADMIN}; ${plain}`,
      `annals_session=; ${plain}; Max-Age=0`,
    ]);
  }
  for (const headers of [{ origin: 'https://crm.example.com' }, { 'x-forwarded-proto': 'https' }]) {
    expect(await cookies(headers)).toEqual([
      `annals_session=${ADMIN}; ${plain}; Secure`,
      `annals_session=; ${plain}; Secure; Max-Age=0`,
    ]);
  }
});

it('the address of a request is the one that a trusted proxy names', async () => {
  const asking = async (address: string): Promise<number> =>
    (await api.get('/api/health', { token: null, headers: { 'x-forwarded-for': address } })).status;
  for (let sent = 0; sent < 20; sent += 1) expect(await asking('192.0.2.1')).toBe(200);
  expect([await asking('192.0.2.1'), await asking('192.0.2.2')]).toEqual([429, 200]);
});
