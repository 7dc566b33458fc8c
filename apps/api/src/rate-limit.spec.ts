import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandRunner } from '#commands/command-runner.js';
import { newToken } from '#people/tokens.contract.js';
import { authenticate } from './auth/authenticate.js';
import { rateLimits } from './rate-limit.js';

const ADMIN = 'the-admin-token-of-this-spec';
const LIMIT = 3;

const issued = new Map(['ann', 'bob'].map((repId) => [repId, newToken(repId, 'laptop')]));
const tokenOf = (repId: string): string => issued.get(repId)?.token ?? '';
const runner = {
  state: async (_: unknown, repId: string) => {
    const known = issued.get(repId);
    const token = { tokenId: 'laptop', expiresAt: null, revoked: false };
    return known ? { tokens: [token], secrets: [{ ...token, ...known }], departure: null } : null;
  },
} as unknown as CommandRunner;

let server: FastifyInstance;
afterEach(() => server.close());

const start = async (trustProxy: string | false = false): Promise<void> => {
  server = fastify({ trustProxy });
  server.setErrorHandler((error: { status?: number }, _, reply) => reply.code(error.status ?? 500).send());
  authenticate(server, ADMIN, runner, await rateLimits(server, LIMIT));
  server.get('/api/deals', async () => 'deals');
  server.post('/api/session', async () => 'signed in');
};

type Headers = Readonly<Record<string, string>>;
const get = async (headers: Headers): Promise<number> =>
  (await server.inject({ url: '/api/deals', headers })).statusCode;
const signIn = async (headers: Headers): Promise<number> =>
  (await server.inject({ method: 'POST', url: '/api/session', headers })).statusCode;
const times = async (count: number, send: (nth: number) => Promise<number>): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (let nth = 0; nth < count; nth += 1) statuses.push(await send(nth));
  return statuses;
};

describe('the rate limit', () => {
  it('is of each actor, by token or by cookie, and of no other', async () => {
    await start();
    const ann = { authorization: `Bearer ${tokenOf('ann')}` };
    expect(await times(LIMIT + 1, () => get(ann))).toEqual([200, 200, 200, 429]);
    expect(await get({ cookie: `annals_session=${tokenOf('ann')}` })).toBe(429);
    expect(await get({ cookie: `annals_session=${tokenOf('bob')}` })).toBe(200);
    expect(await get({ authorization: `Bearer ${ADMIN}` })).toBe(200);
  });

  it('is not evaded by another token with each request, for a read or to sign in', async () => {
    await start();
    const madeUp = (nth: number) => ({ authorization: `Bearer made-up-${nth}` });
    expect(await times(LIMIT + 1, (nth) => get(madeUp(nth)))).toEqual([401, 401, 401, 429]);
    expect(await times(2, (nth) => signIn(madeUp(nth)))).toEqual([429, 429]);
    expect(await get({ authorization: `Bearer ${tokenOf('ann')}` })).toBe(200);
  });

  it('is ten times as much of an address, whoever asks from there', async () => {
    await start();
    await times(LIMIT * 10, (nth) => get({ authorization: `Bearer made-up-${nth}` }));
    expect(await get({ authorization: `Bearer ${tokenOf('ann')}` })).toBe(429);
  });

  it('believes where a request came from only from a proxy that is trusted', async () => {
    const from = (nth: number) => ({ 'x-forwarded-for': `192.0.2.${nth}` });
    await start();
    expect(await times(LIMIT + 1, (nth) => signIn(from(nth)))).toEqual([200, 200, 200, 429]);
    await server.close();
    await start('127.0.0.1');
    expect(await times(LIMIT + 1, (nth) => signIn(from(nth)))).toEqual([200, 200, 200, 200]);
    expect(await times(LIMIT, () => signIn(from(0)))).toEqual([200, 200, 429]);
  });
});
