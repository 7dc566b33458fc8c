import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));

it('ends, rather than go on without an API, when the port is taken', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-start-'));
  const occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  const { port } = occupant.address() as AddressInfo;
  const settings = { ANNALS_PORT: String(port), ANNALS_DATA_DIR: directory, ANNALS_LOG_LEVEL: 'fatal' };
  const child = spawn(process.execPath, [MAIN, 'start'], { env: settings, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const end = await once(child, 'close');
  clearTimeout(timer);
  occupant.close();
  rmSync(directory, { recursive: true, force: true });
  expect(end).toEqual([1, null]);
  expect(said).toContain('EADDRINUSE');
});
