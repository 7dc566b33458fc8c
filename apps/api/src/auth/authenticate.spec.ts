import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandRunner } from '#commands/command-runner.js';
import { authenticate } from './authenticate.js';

const ADMIN = 'the-admin-token-of-this-spec';

describe('what needs a token', () => {
  let server: FastifyInstance;

  beforeAll(async () => {
    server = fastify();
    authenticate(server, ADMIN, {} as CommandRunner);
    server.get('/api/health', async () => 'healthy');
    server.get('/api/deals/:id', async () => 'secret');
    server.post('/api/deals', async () => 'written');
    server.get('/*', async () => 'page');
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  /** Sends the path as it is, which URL parsers would put in order first. */
  const get = (path: string, headers: Record<string, string> = {}) => send('GET', path, headers);
  const send = (method: 'GET' | 'POST', path: string, headers: Record<string, string>) =>
    new Promise<readonly [number | undefined, string]>((resolve, reject) => {
      const { port } = server.server.address() as AddressInfo;
      request({ port, host: '127.0.0.1', method, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk;
        });
        response.on('end', () => resolve([response.statusCode, text]));
      })
        .on('error', reject)
        .end();
    });

  it('is every route under /api, however the URL spells it', async () => {
    for (const path of [
      '/api/deals/1',
      '/%61pi/deals/1',
      '/ap%69/deals/1',
      'http://anywhere/api/deals/1',
      'http://anywhere/%61pi/deals/1?asOf=2017-01-01',
    ]) {
      expect(await get(path), path).toEqual([401, expect.stringContaining('NotSignedIn')]);
      expect(await get(path, { authorization: `Bearer ${ADMIN}` }), path).toEqual([200, 'secret']);
    }
  });

  it('is also what does not exist under /api', async () => {
    expect((await get('/api/nothing'))[0]).toBe(401);
  });

  it('is neither health nor the pages', async () => {
    expect(await get('/api/health?verbose')).toEqual([200, 'healthy']);
    expect(await get('/')).toEqual([200, 'page']);
  });

  it('takes the token from the cookie for a read, and none from a cookie that is no text', async () => {
    expect(await get('/api/deals/1', { cookie: `a=b; annals_session=${ADMIN}` })).toEqual([200, 'secret']);
    expect((await get('/api/deals/1', { cookie: 'annals_session=%' }))[0]).toBe(401);
  });

  it('takes the cookie for a write only beside the header that another site cannot send', async () => {
    const cookie = `annals_session=${ADMIN}`;
    expect((await send('POST', '/api/deals', { cookie }))[0]).toBe(401);
    expect((await send('POST', '/api/deals', { cookie, 'x-annals-session': 'anything' }))[0]).toBe(401);
    expect((await send('POST', '/api/deals', { 'x-annals-session': 'browser' }))[0]).toBe(401);
    expect(await send('POST', '/api/deals', { cookie, 'x-annals-session': 'browser' })).toEqual([200, 'written']);
  });
});
