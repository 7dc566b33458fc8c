import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { projections } from '#composition/catalogue.js';
import { forgettingWith } from '#composition/forgetting.js';
import type { Platform, ProjectorStores } from '#composition/platform.js';
import { generationOrders, parkedOrders } from '#composition/projection-orders.js';
import type { Settings } from '#config/settings.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { Generations } from '#projections/generations.js';
import type { Progress } from '#projections/progress.js';
import { Projector } from '#projections/projector.js';
import { Rebuilds } from '#projections/rebuilds.js';
import { LogSealer } from '#tamper-evidence/log-sealer.js';

/** An event is sealed within seconds. */
const OLD_WITHOUT_SEALS_MS = 60_000;

export type Stoppable = Readonly<{ stop: () => Promise<void> }>;

/** Runs the projections and seals the log until stopped; stopping waits for the page under way. */
export const startProjector = (platform: Platform, logger: Logger): Stoppable => {
  const running = [startProjecting(platform, platform.progress, logger), startSealing(platform, logger)];
  return {
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()));
    },
  };
};

/** Runs the projections on this thread. */
export const startProjecting = (
  { settings, log: stored, events, keys, reads, registry }: ProjectorStores,
  progress: Progress,
  logger: Logger,
  onGenerations: (generations: readonly Generations[]) => void = () => undefined,
): Stoppable => {
  const rebuilds = new Rebuilds({
    ...{ reads, stored, registry, projections, onGenerations },
    ...generationOrders,
    onChangedCode: ({ name }) =>
      logger.warn(`The code of ${name} is not what built it: \`annals rebuild ${name}\` builds it anew beside itself`),
  });
  const projector = new Projector({
    events,
    reads,
    registry,
    projections,
    progress,
    forgetting: forgettingWith(keys, settings),
    parkedOrders,
    rebuilds,
    holder: holderOf(settings),
    shards: settings.projectionShards,
    onError: (error) => logger.error({ err: error }, 'The projector failed and will try again'),
  });
  return running((signal) => projector.run(signal));
};

/** Seals the log on this thread. */
export const startSealing = (
  { log: events, seals, auditKeys: keys, reads: leases, settings }: ProjectorStores,
  logger: Logger,
): Stoppable => {
  const sealer = new LogSealer({
    ...{ events, seals, keys, leases, holder: holderOf(settings) },
    onBegin: ({ log, firstRecordedAt }) => {
      const isOld = Date.now() - millisecondsOf(firstRecordedAt) > OLD_WITHOUT_SEALS_MS;
      const told = { chain: log, firstRecordedAt };
      if (isOld) logger.warn(told, 'The log had no seals, or has lost them: a new chain of seals begins');
      else logger.info(told, 'The chain of seals over the log begins');
    },
    onError: (error) => logger.error({ err: error }, 'The log could not be sealed; this will be tried again'),
  });
  return running((signal) => sealer.run(signal));
};

const running = (run: (signal: AbortSignal) => Promise<void>): Stoppable => {
  const stopping = new AbortController();
  const ended = run(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
};

/**
 * Whoever has the embedded log open is alone: after a crash it takes its own lease up again at once, where another
 * holder would wait for the lease to run out.
 */
const holderOf = ({ eventStore }: Settings): string =>
  eventStore === 'embedded' ? 'the process with the log' : `${hostname()}:${process.pid}:${randomUUID()}`;
