import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { adminTokenFile, adminTokenOf } from '#apps/api/src/auth/admin-token.js';
import { createApi } from '#apps/api/src/create-api.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { startProjectorThread } from '#apps/projector/src/start-projector-thread.js';
import { startWorker } from '#apps/worker/src/start-worker.js';
import { createLogger } from '#composition/logger.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import type { Settings } from '#config/settings.js';
import type { Part } from './parts.js';

/** Starts the parts in this process; resolves when they run. The process then lives until SIGINT or SIGTERM. */
export const start = async (settings: Settings, parts: readonly Part[]): Promise<void> => {
  const logger = createLogger(settings.logLevel);
  const platform = await openPlatform(settings, (message) => logger.warn(message));
  const closers: (() => Promise<void>)[] = [platform.close];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0)) await close();
  };
  try {
    let projecting = Promise.resolve();
    if (parts.includes('projector') && parts.length > 1) {
      const thread = startProjectorThread(platform, logger);
      closers.unshift(thread.stop);
      // It starts beside the others.
      projecting = thread.running;
    } else if (parts.includes('projector')) {
      closers.unshift(startProjector(platform, logger).stop);
    }
    if (parts.includes('worker')) await startWorker(platform);
    if (parts.includes('api')) closers.unshift(await serve(settings, platform, logger, projecting));
    await projecting;
    if (!parts.includes('api')) process.stdout.write(`annals ready (${parts.join(', ')})\n`);
  } catch (error) {
    // What runs already would keep the process alive, and its stores locked: a port in use must end it.
    await stop();
    throw error;
  }
  stopOnSignal(stop);
};

/** Serves the API once the projector runs, says so, and returns what stops it. */
const serve = async (
  settings: Settings,
  platform: Platform,
  logger: Logger,
  projecting: Promise<void>,
): Promise<() => Promise<void>> => {
  const { token, isNew } = adminTokenOf(settings);
  const api = await createApi(platform, token, logger);
  try {
    await projecting;
    await api.listen(settings.port, settings.host);
  } catch (error) {
    await api.close();
    throw error;
  }
  const { port } = api.getHttpServer().address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  if (isNew) sayHowToSignIn(token, settings.dataDir);
  process.stdout.write(`annals ready http://${host}:${port}\n`);
  return () => api.close();
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
