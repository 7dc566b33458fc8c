import { join } from 'node:path';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { Progress } from '#projections/progress.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { ledgerDecider, ledgerPages } from './ledger.js';

export type Ledgers = Readonly<{
  events: EventStore;
  reads: ReadStore;
  runner: CommandRunner;
  /** Resolves when the read model contains the whole log. */
  caughtUp: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type OpenLedgersOptions = Readonly<{
  directory: string;
  maxBytes?: number | undefined;
  now?: () => number;
  onError: (error: unknown) => void;
}>;

export const logDirectory = (directory: string): string => join(directory, 'log');
export const readModelDirectory = (directory: string): string => join(directory, 'read-models');

/** The embedded stores in `directory` with a projector at work, as the program has them. */
export const openLedgers = async ({ directory, maxBytes, now, onError }: OpenLedgersOptions): Promise<Ledgers> => {
  const events = await openEmbeddedEventStore({
    directory: logDirectory(directory),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(now && { now }),
  });
  try {
    const reads = await openEmbeddedReadStore({ directory: readModelDirectory(directory) });
    const registry = new EventRegistry([ledgerDecider]);
    const progress = new Progress();
    const readModels = new ReadModels(reads, progress);
    const projections = [ledgerPages];
    const projector = new Projector({ events, reads, registry, projections, progress, holder: 'ledgers', onError });
    const stopping = new AbortController();
    const running = projector.run(stopping.signal);
    return {
      ...{ events, reads },
      runner: new CommandRunner(events, registry),
      caughtUp: async () => {
        await readModels.reach(projections, String((await events.head()) ?? -1n));
      },
      close: async () => {
        stopping.abort();
        await running;
        await events.close();
        await reads.close();
      },
    };
  } catch (error) {
    await events.close();
    throw error;
  }
};
