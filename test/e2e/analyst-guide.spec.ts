import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#test/architecture/repository.js';
import { type RunningApi, startApi } from './running-api.js';

// What the guide for analysts shows is run here, on the demo organisation.

const guide = readFileSync(join(root, 'docs/guides/analyst.md'), 'utf8');
const requests = [...guide.matchAll(/```http\n(GET|POST) (\S+)\n([\s\S]*?)```/g)].map(
  ([, method = '', path = '', body = '']) => ({
    method,
    path,
    body: body === '' ? undefined : JSON.parse(body),
  }),
);
const commands = [...guide.matchAll(/```sh\nannals (.+)\n```/g)].map(([, command = '']) => command);

const directory = mkdtempSync(join(tmpdir(), 'annals-guide-'));
const annals = (dataDir: string, command: string) =>
  promisify(execFile)(process.execPath, [join(root, 'bin/annals.mjs'), ...command.split(' ')], {
    cwd: directory,
    env: { ...process.env, ANNALS_DATA_DIR: dataDir },
  });
const DEMO = 'demo --deals 60 --reps 4 --months 18 --until 2026-11-01';

let api: RunningApi;

beforeAll(async () => {
  await annals(join(directory, 'cli'), DEMO);
  await annals(join(directory, 'server'), DEMO);
  api = await startApi({ ANNALS_DATA_DIR: join(directory, 'server') });
}, 120_000);
afterAll(async () => {
  await api.stop();
  rmSync(directory, { recursive: true });
});

describe('the guide for analysts', () => {
  it('shows requests and commands', () => {
    expect([requests.length, commands.length]).toEqual([7, 3]);
  });

  it.each(requests)('$method $path is answered, and what it starts is completed', async ({ method, path, body }) => {
    const { status, body: answer, text } = await api.call(method, path, { body });
    expect([status, text]).toEqual([expect.toBeOneOf([200, 202]), text]);
    if (status !== 202) return;
    for (;;) {
      const { state, rows, error } = (await api.get(`/api/replays/${answer.id}`)).body;
      if (state === 'running') continue;
      expect([state, error, rows > 0]).toEqual(['completed', null, true]);
      return;
    }
  });

  it.each(commands)('annals %s', { timeout: 120_000 }, async (command) => {
    const { stdout } = await annals(join(directory, 'cli'), command);
    expect(stdout).toMatch(/\d+ rows written to/);
    expect(statSync(join(directory, command.split('--out ')[1] ?? '')).size).toBeGreaterThan(0);
  });
});
