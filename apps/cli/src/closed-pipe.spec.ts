import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { embeddedEnvironment } from '#test/embedded-environment.js';

const main = fileURLToPath(new URL('./main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'annals-pipe-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('a command whose reader has gone ends well, and says nothing', { timeout: 60_000 }, async () => {
  const env = embeddedEnvironment(directory);
  const child = spawn(process.execPath, [main, 'status'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  expect([await once(child, 'close'), said]).toEqual([[0, null], '']);
});
