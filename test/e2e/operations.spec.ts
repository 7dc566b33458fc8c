import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '#apps/api/src/create-api.js';
import { HealthController } from '#apps/api/src/operations/health.controller.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { projections } from '#composition/catalogue.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { type EventStore, EventStoreUnavailable } from '#event-store/event-store.js';
import { type ReadStore, ReadStoreUnavailable } from '#read-store/read-store.js';

const TOKEN = 'a-token-for-the-tests';
const directory = mkdtempSync(join(tmpdir(), 'annals-operations-'));
const logger = pino({ level: 'silent' });
let platform: Platform;
let api: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: directory, ANNALS_RATE_LIMIT: '0' }), () => undefined);
  api = await createApi(platform, TOKEN, logger);
  await api.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
});

afterAll(async () => {
  await api.close();
  await platform.close();
  rmSync(directory, { recursive: true });
});

const ask = (path: string, body?: object): Promise<Response> =>
  fetch(`${base}${path}`, {
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });

type Answer = Record<string, unknown> & { items: readonly Record<string, unknown>[] };
const read = async (path: string): Promise<Answer> => (await ask(path)).json() as Promise<Answer>;

const FIRST_GENERATION = {
  parked: [],
  generation: 1,
  compared: null,
  isKept: false,
  isOutdated: false,
  building: null,
};

describe('operation', () => {
  it('shows how far each projection is, before and after it ran', async () => {
    const { position } = (await (await ask('/teams', { id: 'north', name: 'North' })).json()) as { position: string };
    const before = await read('/projections');
    expect(before.position).toBe(position);
    expect(before.items).toEqual(
      projections.map(({ name, version }) => ({
        name,
        version,
        position: null,
        lag: { positions: position, seconds: expect.any(Number) },
        state: 'notBegun',
        ...FIRST_GENERATION,
        rate: null,
      })),
    );
    const projector = startProjector(platform, logger);
    await ask(`/teams/north?after=${position}`);
    await projector.stop();
    expect((await read('/projections')).items).toEqual(
      projections.map(({ name, version }) => ({
        name,
        version,
        position,
        lag: { positions: '0', seconds: 0 },
        state: 'upToDate',
        ...FIRST_GENERATION,
        rate: null,
      })),
    );
  });

  it('counts requests by route and status, and shows the lag, for Prometheus', async () => {
    await ask('/teams/south');
    const answer = await ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toContain(
      'annals_http_request_duration_seconds_count{method="POST",route="/api/teams",status="201"} 1',
    );
    expect(text).toContain(
      'annals_http_request_duration_seconds_count{method="GET",route="/api/teams/:id",status="404"} 1',
    );
    expect(text).toContain('annals_stores_up 1');
    expect(text).toContain('annals_projection_lag_positions{projection="customer-timeline"} 0');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('shows the audit to admins, without the digests of tokens, and to no rep', async () => {
    await ask('/reps', { id: 'anna', name: 'Anna', email: 'anna@example.com', teamId: 'north', role: 'rep' });
    const issued = (await (await ask('/reps/anna/tokens', {})).json()) as { token: string; position: string };
    const projector = startProjector(platform, logger);
    const page = await read(`/audit?type=rep-&after=${issued.position}`);
    await projector.stop();
    expect(page.items.map(({ type, by }) => [type, by])).toEqual([
      ['rep-token-issued.v1', 'admin'],
      ['rep-hired.v1', 'admin'],
    ]);
    expect(Object.keys(page.items[0]?.data as object)).not.toContain('secretHash');
    const denied = await fetch(`${base}/audit`, { headers: { authorization: `Bearer ${issued.token}` } });
    expect(denied.status).toBe(403);
    expect((await ask('/audit?from=yesterday')).status).toBe(400);
    expect((await read('/audit?to=2017-01-01')).items).toEqual([]);
  });

  it('is not ready while a store does not answer', async () => {
    const never = () => new Promise<never>(() => undefined);
    const events = { head: async () => 1n } as unknown as EventStore;
    const reads = { ping: async () => undefined } as unknown as ReadStore;
    const settings = { maxStaleness: 0 };
    const deaf = { head: never, ping: never } as unknown as EventStore & ReadStore;
    await expect(new HealthController(deaf, reads, settings).health()).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(new HealthController(events, deaf, settings).health()).rejects.toBeInstanceOf(ReadStoreUnavailable);
    await expect(new HealthController(events, reads, settings).health()).resolves.toMatchObject({
      status: 'ok',
      position: '1',
    });
  });

  it('is not ready while reads are older than is allowed', async () => {
    await ask('/teams', { id: 'west', name: 'West' });
    const { events, reads } = platform;
    const old = Object.assign(Object.create(events) as EventStore, {
      head: () => events.head(),
      readAll: async (options: Parameters<EventStore['readAll']>[0]) =>
        (await events.readAll(options)).map((event) => ({ ...event, recordedAt: '2020-01-01T00:00:00.000Z' })),
    });
    const health = (maxStaleness: number) => new HealthController(old, reads, { maxStaleness }).health();
    await expect(health(300)).rejects.toMatchObject({ status: 503, code: 'ReadModelsStale' });
    await expect(health(0)).resolves.toMatchObject({ status: 'ok' });
    expect((await ask('/health')).status).toBe(200);
    const projector = startProjector(platform, logger);
    await ask(`/teams/west?after=${await events.head()}`);
    await projector.stop();
    await expect(health(300)).resolves.toMatchObject({ status: 'ok' });
  });
});
