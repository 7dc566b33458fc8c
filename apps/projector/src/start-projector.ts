import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { Projector } from '#projections/projector.js';

/** Runs the projections until stopped; stopping waits for the page under way. */
export const startProjector = (platform: Platform, logger: Logger): Readonly<{ stop: () => Promise<void> }> => {
  const { events, reads, registry, progress } = platform;
  const projector = new Projector({
    events,
    reads,
    registry,
    projections,
    progress,
    holder: holderOf(platform),
    onError: (error) => logger.error({ err: error }, 'The projector failed and will try again'),
  });
  const stopping = new AbortController();
  const running = projector.run(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

/**
 * Whoever has the embedded log open is alone: after a crash it takes its own lease up again at once, where another
 * holder would wait for the lease to run out.
 */
const holderOf = ({ settings }: Platform): string =>
  settings.eventStore === 'embedded' ? 'the process with the log' : `${hostname()}:${process.pid}:${randomUUID()}`;
