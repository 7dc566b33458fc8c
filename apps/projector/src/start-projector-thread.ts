import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Platform } from '#composition/platform.js';
import type { FromProjector, ProjectorThreadData, ToProjector } from './projector-messages.js';
import type { Stoppable } from './start-projector.js';

const RESTART_MS = 1_000;
/** In MiB: far above what a page and the documents at hand need. Unbounded, garbage grows with the machine's memory. */
const HEAP = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 };

/** `running` resolves once the thread runs, and rejects when it cannot start. */
export type ProjectorThread = Stoppable & Readonly<{ running: Promise<void> }>;

/**
 * As `startProjector`, on a thread of its own, so that requests need not wait for a page to be folded and written, or
 * sealed. Its progress is shown in the platform's. A thread that dies is followed by another.
 */
export const startProjectorThread = (platform: Platform, logger: Logger): ProjectorThread => {
  let stopping = false;
  let thread = startThread(platform, logger);
  const follow = (): void => {
    thread.worker.once('exit', () => {
      platform.progress.forget();
      if (stopping) return;
      logger.error('The projector thread ended; another is started');
      setTimeout(() => {
        if (stopping) return;
        thread = startThread(platform, logger);
        follow();
      }, RESTART_MS).unref();
    });
  };
  follow();
  return {
    running: thread.running,
    stop: async () => {
      stopping = true;
      const { worker } = thread;
      const ended = once(worker, 'exit');
      if (worker.threadId !== -1) {
        worker.postMessage('stop' satisfies ToProjector);
        await ended;
      }
    },
  };
};

type Thread = Readonly<{ worker: Worker; running: Promise<void> }>;

const startThread = ({ settings, progress, reads }: Platform, logger: Logger): Thread => {
  const workerData: ProjectorThreadData = { settings };
  const worker = new Worker(new URL('./projector-thread.js', import.meta.url), {
    workerData,
    resourceLimits: HEAP,
  });
  const running = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: FromProjector) => {
      switch (message.kind) {
        case 'running':
          return resolve();
        case 'advanced':
          return progress.advance(message.positions);
        case 'failed':
          return progress.fail(message.checkpoint, message.reason);
        case 'recovered':
          return progress.recover(message.checkpoint);
        case 'generations':
          return reads.learn(message.generations);
        case 'forgot':
          return progress.forget();
        case 'stopped':
          return;
      }
    });
  });
  worker.on('error', (error) => logger.error({ err: error }, 'The projector thread failed'));
  // A later thread that cannot start ends, and is followed by another: nobody waits for it.
  running.catch(() => undefined);
  return { worker, running };
};
