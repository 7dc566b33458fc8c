import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { embeddedEnvironment } from '../embedded-environment.js';
import { CRM_SALES } from '../interchange/plain-crm-sales.js';

const main = fileURLToPath(new URL('../../apps/cli/src/main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'annals-killed-import-'));
afterAll(() => rmSync(directory, { recursive: true }));

const importing = ['import', CRM_SALES, '--format', 'crm-sales'];
const annals = (dataDir: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [main, ...words], { env: embeddedEnvironment(dataDir), encoding: 'utf8' });

/** Every file of an export, its rows sorted: facts of different records may be recorded in any order. */
const exported = (dataDir: string): Record<string, readonly string[]> => {
  const folder = `${dataDir}-export`;
  expect(annals(dataDir, 'export', folder).status).toBe(0);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8').split('\n').sort()]),
  );
};

describe('an import that is killed', { timeout: 240_000 }, () => {
  it('has the same facts as any other once it is imported again, wherever it was killed', async () => {
    const whole = join(directory, 'whole');
    expect(annals(whole, ...importing).status).toBe(0);
    const expected = exported(whole);
    const killed = join(directory, 'killed');
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(process.execPath, [main, ...importing], {
        env: embeddedEnvironment(killed),
        stdio: 'ignore',
      });
      await sleep(900 + Math.random() * 1500);
      child.kill('SIGKILL');
      await new Promise((resolve) =>
        child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
      );
    }
    expect(annals(killed, ...importing)).toMatchObject({ status: 0 });
    expect(exported(killed)).toEqual(expected);
    expect(annals(killed, ...importing).stdout).toContain('0 accepted, 8927 unchanged, 0 rejected');
  });
});
