import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApi } from '#apps/api/src/create-api.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { startWorker } from '#apps/worker/src/start-worker.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';

export const TOKEN = 'a-token-for-the-tests';

export type Answer = Readonly<{ status: number; body: Record<string, unknown> }>;

export type Served = Readonly<{
  platform: Platform;
  base: string;
  /** Reads that contain the whole log. */
  read: (path: string) => Promise<Record<string, unknown>>;
  send: (path: string, body: string | FormData, headers?: Record<string, string>) => Promise<Answer>;
  stop: () => Promise<void>;
}>;

/** All of the program on the stores of a folder; with MongoDB when a URI is given. */
export const serve = async (directory: string, mongodbUri?: string): Promise<Served> => {
  const logger = pino({ level: 'silent' });
  const settings = readSettings({
    ANNALS_DATA_DIR: directory,
    ANNALS_RATE_LIMIT: '0',
    ...(mongodbUri !== undefined && { MONGODB_URI: mongodbUri }),
  });
  const platform = await openPlatform(settings, () => undefined);
  const projector = startProjector(platform, logger);
  await startWorker(platform);
  const api = await createApi(platform, TOKEN, logger);
  await api.listen(0, '127.0.0.1');
  const base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
  const authorization = `Bearer ${TOKEN}`;
  return {
    platform,
    base,
    read: async (path) => {
      const after = `${path.includes('?') ? '&' : '?'}after=${(await platform.events.head()) ?? 0n}`;
      for (;;) {
        const answer = await fetch(`${base}${path}${after}`, { headers: { authorization } });
        // The read model is on its way: the answer says when to ask again.
        if (answer.status === 503) continue;
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as Record<string, unknown>;
      }
    },
    send: async (path, body, headers = {}) => {
      const answer = await fetch(`${base}${path}`, { method: 'POST', body, headers: { authorization, ...headers } });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    stop: async () => {
      await api.close();
      await projector.stop();
      await platform.close();
    },
  };
};
