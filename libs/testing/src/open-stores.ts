import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { type AnyDecider, EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { Progress } from '#projections/progress.js';
import type { AnyProjection } from '#projections/projection.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';

/** A log and read models of a spec's own, with a projector at work, in a folder that `close` removes. */
export type OpenStores = Readonly<{
  events: EventStore;
  reads: ReadStore;
  registry: EventRegistry;
  runner: CommandRunner;
  readModels: ReadModels;
  /** Resolves when the read models contain the whole log. */
  caughtUp: () => Promise<void>;
  close: () => Promise<void>;
}>;

export const openStores = async (
  deciders: readonly AnyDecider[],
  projections: readonly AnyProjection[],
): Promise<OpenStores> => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-spec-'));
  const events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
  const reads = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
  const registry = new EventRegistry(deciders);
  const progress = new Progress();
  const readModels = new ReadModels(reads, progress);
  const failures: unknown[] = [];
  const projector = new Projector({
    ...{ events, reads, registry, projections, progress },
    holder: 'spec',
    onError: (error) => failures.push(error),
  });
  const stopping = new AbortController();
  const running = projector.run(stopping.signal);
  return {
    ...{ events, reads, registry, readModels },
    runner: new CommandRunner(events, registry),
    caughtUp: async () => {
      await readModels.reach(projections, String((await events.head()) ?? -1n));
    },
    close: async () => {
      stopping.abort();
      await running;
      await events.close();
      await reads.close();
      rmSync(directory, { recursive: true, force: true });
      if (failures.length > 0) throw new AggregateError(failures, 'The projector failed');
    },
  };
};

let commands = 0;

/** The context of a new command of this actor. */
export const contextOf = (actor: Actor, now: Instant): CommandContext => {
  commands += 1;
  const commandId = `00000000-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  return { commandId, actor, now, source: 'system', correlationId: commandId };
};
