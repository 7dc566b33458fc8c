import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '#apps/api/src/create-api.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';

const TOKEN = 'a-token-for-the-tests';
const directory = mkdtempSync(join(tmpdir(), 'annals-sse-'));
let platform: Platform;
let projector: ReturnType<typeof startProjector>;
let api: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  const logger = pino({ level: 'silent' });
  platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: directory, ANNALS_RATE_LIMIT: '0' }), () => undefined);
  projector = startProjector(platform, logger);
  api = await createApi(platform, TOKEN, logger);
  await api.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
});

afterAll(async () => {
  await api.close();
  await projector.stop();
  await platform.close();
  rmSync(directory, { recursive: true });
});

const headers = { authorization: `Bearer ${TOKEN}` };

const formTeam = async (id: string): Promise<string> => {
  const answer = await fetch(`${base}/teams`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ id, name: id }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { position: string }).position;
};

const json = async (path: string): Promise<Record<string, unknown>> =>
  (await (await fetch(`${base}${path}`, { headers })).json()) as Record<string, unknown>;

type Received = Readonly<{ id: string; data: string | null }>;

const connect = (more: Record<string, string> = {}, query = ''): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${base}/changes/stream${query}`, { headers: { ...headers, ...more } }, resolve).on('error', reject);
  });

/** The blocks of a stream as they come; `retry` and heartbeats left out. */
async function* received(response: IncomingMessage): AsyncGenerator<Received> {
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      if (id !== undefined) yield { id, data: /^data: (.*)$/m.exec(block)?.[1] ?? null };
    }
  }
}

describe('GET /changes/stream', () => {
  it('tells what changed once a reload shows it', async () => {
    const response = await connect();
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const stream = received(response);
    const start = await stream.next();
    expect(start.value).toEqual({ id: expect.stringMatching(/^\d+$/), data: null });
    const position = await formTeam('north');
    const { value } = (await stream.next()) as { value: Received };
    expect(value.id).toBe(position);
    expect(JSON.parse(value.data ?? '')).toEqual({
      position,
      stream: 'team-north',
      recordId: 'north',
      kind: 'team',
      type: 'TeamFormed',
    });
    expect(await json('/teams/north')).toMatchObject({ id: 'north', name: 'north' });
    response.destroy();
  });

  it('goes on where the connection broke, without gap or double, while others write', async () => {
    const before = await formTeam('start');
    const written: string[] = [];
    const writing = (async () => {
      for (let team = 0; team < 60; team += 1) written.push(await formTeam(`team-${team}`));
    })();
    const seen: string[] = [];
    let last = before;
    for (let connection = 0; seen.length < 60; connection += 1) {
      const response = await connect({ 'last-event-id': last });
      let left = 1 + (connection % 9);
      for await (const { id, data } of received(response)) {
        if (data === null) {
          expect(id).toBe(last);
          continue;
        }
        seen.push(id);
        last = id;
        left -= 1;
        if (left === 0 || seen.length === 60) break;
      }
      response.destroy();
    }
    await writing;
    expect(seen).toEqual(written);
  });

  it('starts behind `after`, and refuses what is no position', async () => {
    const before = await formTeam('west');
    const position = await formTeam('east');
    const response = await connect({}, `?after=${before}`);
    const stream = received(response);
    expect((await stream.next()).value).toEqual({ id: before, data: null });
    expect(((await stream.next()).value as Received).id).toBe(position);
    response.destroy();
    expect((await connect({ 'last-event-id': 'yesterday' })).statusCode).toBe(400);
    expect((await connect({}, '?after=yesterday')).statusCode).toBe(400);
    expect((await connect({ authorization: 'Bearer wrong' })).statusCode).toBe(401);
  });

  it('ends every stream, those of readers that do not read among them, when the API stops', async () => {
    const attentive = await connect();
    const ended = (async () => {
      for await (const _ of received(attentive));
    })();
    const asleep = await connect({ 'last-event-id': '0' });
    await sleep(50);
    const started = Date.now();
    await api.close();
    await ended;
    expect(Date.now() - started).toBeLessThan(3_000);
    asleep.destroy();
  });
});
