import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { type RunningApi, startApi } from './running-api.js';
import { furnish } from './sales-floor.js';

let api: RunningApi;
afterEach(() => api.stop());

const ended = async (): Promise<string> => {
  for (;;) {
    const { state } = (await api.get('/api/demo')).body;
    if (state !== 'making') return state;
    await pause(50);
  }
};

it('makes the demo on an empty log, once, and goes on with it after a restart', async () => {
  api = await startApi();
  expect((await api.get('/api/demo')).body).toEqual({ state: 'offered', progress: null, error: null });
  const { status, body } = await api.post('/api/demo');
  expect([status, body.state]).toEqual([202, 'making']);
  await api.restart();
  expect(await ended()).toBe('completed');
  expect((await api.get('/api/demo')).body.progress).toEqual({ done: 600, total: 600 });
  const head = await api.head();
  const { body: board } = await api.get(`/api/pipelines/new-business?after=${head}`);
  expect(board.total.deals).toBeGreaterThan(0);

  expect((await api.post('/api/demo')).status).toBe(202);
  expect(await ended()).toBe('completed');
  expect(await api.head()).toBe(head);
});

it('is for the admin, and for a log that holds nothing else', async () => {
  api = await startApi();
  const tokens = await furnish(api);
  const head = await api.head();
  expect((await api.post('/api/demo', undefined, { token: tokens.mia })).status).toBe(403);
  expect((await api.post('/api/demo', undefined, { token: null })).status).toBe(401);
  const { status, body } = await api.post('/api/demo');
  expect([status, body.code]).toEqual([409, 'LogNotEmpty']);
  expect((await api.get('/api/demo')).body.state).toBe('refused');
  expect(await api.head()).toBe(head);
});
