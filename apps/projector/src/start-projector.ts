import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { projections } from '#composition/catalogue.js';
import { forgettingWith } from '#composition/forgetting.js';
import type { Platform } from '#composition/platform.js';
import { millisecondsOf } from '#kernel/instant.js';
import { Projector } from '#projections/projector.js';
import { LogSealer } from '#tamper-evidence/log-sealer.js';

/** An event is sealed within seconds. */
const OLD_WITHOUT_SEALS_MS = 60_000;

/** The embedded read models are written on this thread: a page of 1,000 kept requests waiting for 160 ms, for 4 % more speed. */
const EMBEDDED_PAGE = 250;
/** A server is paid in round trips. */
const SERVER_PAGE = 1_000;

/** Runs the projections and seals the log until stopped; stopping waits for the page under way. */
export const startProjector = (platform: Platform, logger: Logger): Readonly<{ stop: () => Promise<void> }> => {
  const { log, events, keys, reads, registry, progress, seals, auditKeys } = platform;
  const holder = holderOf(platform);
  const projector = new Projector({
    events,
    reads,
    registry,
    projections,
    progress,
    forgetting: forgettingWith(keys),
    holder,
    pageSize: platform.settings.mongodbUri === null ? EMBEDDED_PAGE : SERVER_PAGE,
    onError: (error) => logger.error({ err: error }, 'The projector failed and will try again'),
  });
  const sealer = new LogSealer({
    ...{ events: log, seals, keys: auditKeys, leases: reads, holder },
    onBegin: ({ log, firstRecordedAt }) => {
      const isOld = Date.now() - millisecondsOf(firstRecordedAt) > OLD_WITHOUT_SEALS_MS;
      const told = { chain: log, firstRecordedAt };
      if (isOld) logger.warn(told, 'The log had no seals, or has lost them: a new chain of seals begins');
      else logger.info(told, 'The chain of seals over the log begins');
    },
    onError: (error) => logger.error({ err: error }, 'The log could not be sealed; this will be tried again'),
  });
  const stopping = new AbortController();
  const running = Promise.all([projector.run(stopping.signal), sealer.run(stopping.signal)]);
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
