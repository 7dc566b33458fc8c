import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openPlatform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { embeddedEnvironment } from '../embedded-environment.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-demo-killed-'));
const ARGUMENTS = ['demo', '--deals', '400', '--until', '2026-03-01'];

/** Runs `annals demo`; kills it after so many milliseconds, if any. Gives its exit status. */
const annalsDemo = async (name: string, killAfter?: number): Promise<number | null> => {
  const cli = new URL('../../apps/cli/src/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [cli, ...ARGUMENTS], {
    env: embeddedEnvironment(join(folder, name)),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (killAfter !== undefined) {
    await Promise.race([ended, sleep(killAfter)]);
    child.kill('SIGKILL');
  }
  return ended;
};

const eventsOf = async (name: string): Promise<readonly string[]> => {
  const platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: join(folder, name) }), () => undefined);
  try {
    const events = await platform.events.readAll({ limit: 100_000 });
    return events.map(({ stream, revision, id, data }) => `${stream}@${revision} ${id} ${JSON.stringify(data)}`).sort();
  } finally {
    await platform.close();
  }
};

afterAll(() => rmSync(folder, { recursive: true }));

it('a demo that is killed, again and again, is in the end the demo that was never killed', async () => {
  expect(await annalsDemo('whole')).toBe(0);
  for (const killAfter of [700, 900, 1_100, 1_300]) await annalsDemo('killed', killAfter);
  expect(await annalsDemo('killed')).toBe(0);
  expect(await eventsOf('killed')).toEqual(await eventsOf('whole'));
}, 60_000);
