import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '#apps/api/src/create-api.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { sealAll } from '#test/tamper-evidence/sealed-log.js';

const TOKEN = 'a-token-for-the-tests';
const directory = mkdtempSync(join(tmpdir(), 'annals-verification-'));
let platform: Platform;
let api: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: directory }), () => undefined);
  api = await createApi(platform, TOKEN, pino({ level: 'silent' }));
  await api.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
});
afterAll(async () => {
  await api.close();
  await platform.close();
  rmSync(directory, { recursive: true });
});

const ask = async (path: string, body?: object, token = TOKEN) => {
  const response = await fetch(`${base}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
};

it('verifies the log and exports checkpoints, for admins and analysts', async () => {
  expect(await ask('/audit/checkpoint')).toMatchObject({ status: 404 });
  await ask('/teams', { id: 'north', name: 'North' });
  await ask('/reps', { id: 'ann', name: 'Ann', email: 'ann@example.com', teamId: 'north', role: 'rep' });
  const { token } = (await ask('/reps/ann/tokens', {})).answer;
  await sealAll(platform.events, platform.seals, platform.auditKeys);
  const head = String(await platform.events.head());
  const verified = await ask('/audit/verify');
  expect(verified).toMatchObject({ status: 200, answer: { valid: true, head, sealed: { position: head } } });

  const checkpoint = await ask('/audit/checkpoint');
  expect(checkpoint).toMatchObject({ status: 200, answer: { position: head } });
  const query = (text: string): string => `/audit/verify?checkpoint=${encodeURIComponent(text)}`;
  expect(await ask(query(JSON.stringify(checkpoint.answer)))).toEqual(verified);
  const forged = JSON.stringify({ ...checkpoint.answer, events: 1 });
  expect((await ask(query(forged))).answer).toMatchObject({ valid: false, brokenAt: { what: 'checkpoint-forged' } });
  expect(await ask(query('{}'))).toMatchObject({ status: 400, answer: { code: 'BadInput' } });

  expect((await ask('/audit/verify', undefined, String(token))).status).toBe(403);
  expect((await ask('/audit/checkpoint', undefined, String(token))).status).toBe(403);
});
