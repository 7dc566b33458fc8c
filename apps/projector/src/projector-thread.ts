import { parentPort, workerData } from 'node:worker_threads';
import { createLogger } from '#composition/logger.js';
import { openProjectorStores } from '#composition/platform.js';
import { Progress } from '#projections/progress.js';
import type { FromProjector, ProjectorThreadData, ToProjector } from './projector-messages.js';
import { startProjecting, startSealing } from './start-projector.js';

// The projections and the seals on a thread of their own, with connections of their own: see `start-projector-thread.ts`.

const port = parentPort;
if (port === null) throw new Error('The projector runs on a worker thread here');
const tell = (message: FromProjector): void => port.postMessage(message);

/** Progress that is told to the thread where the readers are. */
class ToldProgress extends Progress {
  override advance(positions: Iterable<readonly [checkpoint: string, position: bigint]>): void {
    const all = [...positions];
    super.advance(all);
    tell({ kind: 'advanced', positions: all });
  }

  override fail(checkpoint: string, reason: string): void {
    super.fail(checkpoint, reason);
    tell({ kind: 'failed', checkpoint, reason });
  }

  override recover(checkpoint: string): void {
    if (!this.failing.has(checkpoint)) return;
    super.recover(checkpoint);
    tell({ kind: 'recovered', checkpoint });
  }

  override forget(): void {
    super.forget();
    tell({ kind: 'forgot' });
  }
}

const { settings } = workerData as ProjectorThreadData;
const logger = createLogger(settings.logLevel);
const stores = await openProjectorStores(settings, (message) => logger.warn(message));
const projecting = startProjecting(stores, new ToldProgress(), logger, (generations) =>
  tell({ kind: 'generations', generations }),
);
const sealing = startSealing(stores, logger);
port.on('message', (message: ToProjector) => {
  if (message !== 'stop') return;
  void Promise.all([projecting.stop(), sealing.stop()])
    .then(() => stores.close())
    .then(() => {
      tell({ kind: 'stopped' });
      port.close();
    });
});
tell({ kind: 'running' });
