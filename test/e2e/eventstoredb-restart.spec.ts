import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createApi } from '#apps/api/src/create-api.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { openPlatform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';

const TOKEN = 'a-token-for-the-tests';

it('the server says 503 while EventStoreDB is away, and goes on by itself when it is back', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-restart-'));
  const logger = pino({ level: 'silent' });
  const server = new EventStoreDbDouble();
  await server.start();
  const settings = { ANNALS_DATA_DIR: directory, ANNALS_EVENT_STORE: server.connectionString, ANNALS_RATE_LIMIT: '0' };
  const platform = await openPlatform(readSettings(settings), () => undefined);
  const api = await createApi(platform, TOKEN, logger);
  await api.listen(0, '127.0.0.1');
  const projector = startProjector(platform, logger);
  const base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
  const ask = (path: string, body?: object): Promise<Response> =>
    fetch(`${base}${path}`, {
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': `${path} ${JSON.stringify(body)}`,
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  try {
    const { position } = (await (await ask('/teams', { id: 'north', name: 'North' })).json()) as { position: string };
    expect((await ask(`/teams/north?after=${position}`)).status).toBe(200);

    server.stop();
    const away = await ask('/health');
    expect([away.status, await away.json()]).toMatchObject([503, { code: 'EventStoreUnavailable' }]);
    // What the read models know is still answered.
    expect((await ask('/teams/north')).status).toBe(200);
    // A command that comes meanwhile waits for the server, and takes effect once.
    const waiting = ask('/teams', { id: 'south', name: 'South' });
    await sleep(300);
    await server.start();
    const written = await waiting;
    expect(written.status).toBe(201);

    let health = await ask('/health');
    for (let waited = 0; waited < 100 && health.status !== 200; waited += 1) {
      await sleep(100);
      health = await ask('/health');
    }
    expect(health.status).toBe(200);
    const { position: then } = (await written.json()) as { position: string };
    expect((await ask(`/teams/south?after=${then}`)).status).toBe(200);
    expect(server.log.stream('team-south')).toHaveLength(1);
  } finally {
    await projector.stop();
    await api.close();
    await platform.close();
    server.stop();
    rmSync(directory, { recursive: true });
  }
}, 60_000);
