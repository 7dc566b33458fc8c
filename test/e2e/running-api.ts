import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createApi } from '#apps/api/src/create-api.js';
import { openApiOf } from '#apps/api/src/openapi.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { startWorker } from '#apps/worker/src/start-worker.js';
import { createLogger } from '#composition/logger.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { firstGeneration, type Generations, generationsCollection } from '#projections/generations.js';
import { type TroubledKey, troubledKeysOf } from '#projections/parked-keys.js';
import { type AnyProjection, checkpointName } from '#projections/projection.js';

export const ADMIN = 'an-admin-token-of-the-specs';

export type Sent = Readonly<{
  /** Null: no Authorization header. */
  token?: string | null;
  /** Sent as JSON; `raw` is sent as it stands. */
  body?: unknown;
  raw?: string;
  headers?: Readonly<Record<string, string>>;
}>;

// biome-ignore lint/suspicious/noExplicitAny: what a server answers is of any shape
export type Answered = Readonly<{ status: number; headers: Headers; text: string; body: any }>;

/** A whole server of a spec's own, met over HTTP: API, projector and worker on embedded stores. */
export type RunningApi = Readonly<{
  url: string;
  /** The stores that it has opened: to do what a job does. */
  platform: Platform;
  openApi: OpenAPIObject;
  call: (method: string, path: string, sent?: Sent) => Promise<Answered>;
  get: (path: string, sent?: Sent) => Promise<Answered>;
  post: (path: string, body?: unknown, sent?: Sent) => Promise<Answered>;
  /** Position of the last event of the log. */
  head: () => Promise<string>;
  /** Says of a key of a projection that its events wait from that position on. */
  park: (projection: AnyProjection, key: string, position: string) => Promise<void>;
  /** Makes up what is known of the generations of a projection. */
  setGenerations: (projection: AnyProjection, known: Partial<Generations>) => Promise<void>;
  /** Stops the server and starts another on the same data. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export const startApi = async (variables: Readonly<Record<string, string>> = {}): Promise<RunningApi> => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-e2e-'));
  const settings = readSettings({
    ANNALS_PORT: '0',
    ANNALS_DATA_DIR: directory,
    ANNALS_ADMIN_TOKEN: ADMIN,
    ANNALS_LOG_LEVEL: 'fatal',
    ...variables,
  });
  const logger = createLogger(settings.logLevel);
  const serve = async () => {
    const platform = await openPlatform(settings, (message) => logger.warn(message));
    const projector = startProjector(platform, logger);
    await startWorker(platform);
    const app = await createApi(platform, ADMIN, logger);
    await app.listen(settings.port, settings.host);
    const close = async (): Promise<void> => {
      await app.close();
      await projector.stop();
      await platform.close();
    };
    const { port } = app.getHttpServer().address() as AddressInfo;
    const { reads } = platform;
    return { close, platform, reads, openApi: openApiOf(app), url: `http://${settings.host}:${port}` };
  };
  let server = await serve();
  const call = async (method: string, path: string, sent: Sent = {}): Promise<Answered> => {
    const { token = ADMIN, body, raw = body === undefined ? undefined : JSON.stringify(body), headers } = sent;
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(raw !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(raw !== undefined && { body: raw }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: jsonOf(text) };
  };
  return {
    get url() {
      return server.url;
    },
    get platform() {
      return server.platform;
    },
    get openApi() {
      return server.openApi;
    },
    call,
    get: (path, sent) => call('GET', path, sent),
    post: (path, body, sent) => call('POST', path, { ...sent, body }),
    head: async () => (await call('GET', '/api/health')).body.position,
    park: async (projection, key, position) => {
      const waits = { type: 'DealAdvanced', error: 'Made up by a spec', events: 1, anew: false };
      const parked = { ...waits, position, last: position, behind: '0' };
      const doc: TroubledKey = { key, isParked: 1, parked, released: [] };
      const collection = troubledKeysOf(projection);
      await server.reads.commit({ writes: [{ collection, key, position: BigInt(position), doc }], checkpoints: [] });
    },
    setGenerations: async (projection, known) => {
      const doc = { ...firstGeneration(checkpointName(projection), 0), ...known, revision: 1 };
      const write = { collection: generationsCollection, key: doc.projection, position: 1_000n, doc };
      await server.reads.commit({ writes: [write], checkpoints: [] });
    },
    restart: async () => {
      await server.close();
      server = await serve();
    },
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The answer of a write that must succeed. */
export const done = (answered: Answered): Answered => {
  if (answered.status !== 200 && answered.status !== 201) {
    throw new Error(`Expected success, got ${answered.status}: ${answered.text}`);
  }
  return answered;
};
