import type { AddressInfo } from 'node:net';
import { adminTokenFile, adminTokenOf } from '#apps/api/src/auth/admin-token.js';
import { createApi } from '#apps/api/src/create-api.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { startWorker } from '#apps/worker/src/start-worker.js';
import { createLogger } from '#composition/logger.js';
import { openPlatform } from '#composition/platform.js';
import type { Settings } from '#config/settings.js';

export type Part = 'api' | 'projector' | 'worker';
export const PARTS: readonly Part[] = ['api', 'projector', 'worker'];

/** Starts the parts in this process; resolves when they run. The process then lives until SIGINT or SIGTERM. */
export const start = async (settings: Settings, parts: readonly Part[]): Promise<void> => {
  const logger = createLogger(settings.logLevel);
  const platform = await openPlatform(settings, (message) => logger.warn(message));
  const closers: (() => Promise<void>)[] = [platform.close];
  if (parts.includes('projector')) closers.unshift(startProjector(platform, logger).stop);
  if (parts.includes('worker')) await startWorker(platform);
  if (parts.includes('api')) {
    const { token, isNew } = adminTokenOf(settings);
    const api = await createApi(platform, token, logger);
    await api.listen(settings.port, settings.host);
    closers.unshift(() => api.close());
    const { port } = api.getHttpServer().address() as AddressInfo;
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    if (isNew) sayHowToSignIn(token, settings.dataDir);
    process.stdout.write(`annals ready http://${host}:${port}\n`);
  } else {
    process.stdout.write(`annals ready (${parts.join(', ')})\n`);
  }
  stopOnSignal(async () => {
    for (const close of closers) await close();
  });
};

const sayHowToSignIn = (token: string, dataDir: string): void => {
  process.stdout.write(
    `\nFirst start. Sign in with this admin token (kept in ${adminTokenFile(dataDir)}):\n\n  ${token}\n\n`,
  );
};

const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`annals: stopping failed: ${error}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
};
