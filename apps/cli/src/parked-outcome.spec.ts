import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedEnvironment } from '#test/embedded-environment.js';
import { type Served, serve, TOKEN } from '#test/interchange/served-stores.js';

const main = fileURLToPath(new URL('./main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'annals-parked-'));
let served: Served;

/** Two teams, each with two events that nobody can fold. */
beforeAll(async () => {
  served = await serve(directory);
  for (const id of ['north', 'south']) {
    await served.send('/teams', JSON.stringify({ id, name: id }), { 'content-type': 'application/json' });
    for (const revision of [0n, 1n]) {
      const commandId = uuidv7();
      const metadata = { at: '2026-01-01T00:00:00.000Z', by: 'x', source: 'api', commandId, correlationId: commandId };
      const event = { id: uuidv7(), type: 'team-formed.v1', data: { teamId: id }, metadata };
      await served.platform.log.append(`team-${id}`, revision, [event]);
    }
  }
  await served.read('/teams/north');
});
afterAll(() => rmSync(directory, { recursive: true }));

type Ended = Readonly<{ status: number; stdout: string; stderr: string }>;

const parked = (...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = embeddedEnvironment(directory);
    const child = execFile(process.execPath, [main, 'parked', ...words], { env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });

const again = (key: string) =>
  new RegExp(
    `^${key} of team-versions is parked again: TeamFormed at \\d+ could not be folded, \\d waiting: UnreadableEvent: `,
  );

describe('an order about a parked key', { timeout: 120_000 }, () => {
  it('is waited for through a server, and says what came of it', async () => {
    const through = ['--url', served.base.replace(/\/api$/, ''), '--token', TOKEN];
    const tried = await parked('retry', 'team-versions', 'north', ...through);
    expect(tried).toEqual({ status: 2, stdout: expect.stringMatching(again('north')), stderr: '' });
    expect(tried.stdout).toContain('2 waiting');
    const next = await parked('release', 'team-versions', 'north', ...through);
    expect(next).toEqual({ status: 2, stdout: expect.stringMatching(again('north')), stderr: '' });
    expect(next.stdout).toContain('1 waiting');
    expect(await parked('release', 'team-versions', 'north', ...through)).toEqual({
      status: 0,
      stdout: 'north of team-versions is released: the event is left out, and what waited behind it is folded\n',
      stderr: '',
    });
    const over = await parked('retry', 'team-versions', 'north', ...through);
    expect([over.status, over.stderr]).toEqual([
      1,
      expect.stringContaining('Nothing of north is parked in team-versions'),
    ]);
  });

  it('is waited for on the stores too, for as long as it was given', async () => {
    await served.stop();
    const late = await parked('retry', 'team-versions', 'south', '--wait', '0');
    expect([late.status, late.stdout]).toEqual([1, '']);
    expect(late.stderr).toContain('which team-versions has not reached within 0 s');
    const tried = await parked('retry', 'team-versions', 'south');
    expect([tried.status, tried.stdout]).toEqual([2, expect.stringMatching(again('south'))]);
    await parked('release', 'team-versions', 'south');
    const { status, stdout } = await parked('release', 'team-versions', 'south');
    expect([status, stdout]).toEqual([0, expect.stringContaining('south of team-versions is released')]);
  });
});
