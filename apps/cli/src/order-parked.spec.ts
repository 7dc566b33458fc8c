import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { embeddedEnvironment } from '#test/embedded-environment.js';
import { orderParkedThroughServer } from './order-parked.js';
import { UnknownReadModel } from './rebuild.js';
import { Server } from './server/server.js';

const main = fileURLToPath(new URL('./main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'annals-parked-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('names the read models when there is none of that name', { timeout: 60_000 }, async () => {
  const env = embeddedEnvironment(directory);
  const refused = promisify(execFile)(process.execPath, [main, 'parked', 'release', 'dealhistory', 'd1'], { env });
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^annals: There is no read model dealhistory\. There are: .*deal-history/),
  });
});

it('so it does through a server, and orders nothing there', async () => {
  const server = new Server('http://127.0.0.1:9', 'a token');
  server.get = async <T>() => ({ items: [{ name: 'deal-history' }] }) as T;
  const ordered = { order: 'retry', projection: 'dealhistory', key: 'd1', waitSeconds: 1 } as const;
  // Nothing listens there: an order would fail otherwise.
  await expect(orderParkedThroughServer(server, ordered)).rejects.toThrow(UnknownReadModel);
});
