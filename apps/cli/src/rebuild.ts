import { setTimeout as sleep } from 'node:timers/promises';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { projections } from '#composition/catalogue.js';
import { createLogger } from '#composition/logger.js';
import type { Platform } from '#composition/platform.js';
import { isRejected } from '#kernel/outcome.js';
import type { Comparison } from '#projections/generations.js';
import { type ProjectionStatus, projectionStatuses } from '#projections/projection-status.js';
import type { GenerationOrdered } from '#upkeep/domain/order-generation.js';
import { OrderGenerationCommand, OrderGenerationHandler } from '#upkeep/order-generation/order-generation.handler.js';
import { catchUp } from './catch-up.js';
import { orderContext } from './order-context.js';
import type { Server } from './server/server.js';
import { showProgress } from './show-progress.js';

const LOOK_MS = 500;

/** A generation of a read model, as it is told. */
type Told = Readonly<{
  name: string;
  generation: number;
  compared: Comparison | null;
  building: Readonly<{ position: bigint | string }> | null;
}>;

/** Has the generations built with the projector of this process. */
export const rebuild = async (
  platform: Platform,
  named: readonly string[],
  order: GenerationOrdered = 'rebuild',
): Promise<void> => {
  const chosen = chosenFrom(
    projections.map(({ name }) => name),
    named,
  );
  const { events, reads, runner } = platform;
  // What has not been folded yet need not be folded beside itself.
  await catchUp(platform, projections, 'catching up');
  const handler = new OrderGenerationHandler(runner, reads, projections);
  const statuses = async (): Promise<Looked> => projectionStatuses(projections, events, reads, Date.now());
  const before = (await statuses()).statuses;
  for (const name of notBegun(chosen, before)) {
    const answer = await handler.execute(new OrderGenerationCommand(name, order, orderContext()));
    if (isRejected(answer)) throw new GenerationRefused(answer.detail);
  }
  const projector = startProjector(platform, createLogger('error'));
  try {
    await waitFor(chosen, before, order, statuses);
  } finally {
    await projector.stop();
  }
};

/** Has them built by the server, which goes on answering meanwhile. */
export const rebuildThroughServer = async (
  server: Server,
  named: readonly string[],
  order: GenerationOrdered = 'rebuild',
): Promise<void> => {
  const statuses = async (): Promise<Looked> => {
    const { position, items } = await server.get<Readonly<{ position: string; items: readonly Told[] }>>('projections');
    return { head: BigInt(position), statuses: items };
  };
  const before = (await statuses()).statuses;
  const chosen = chosenFrom(
    before.map(({ name }) => name),
    named,
  );
  for (const name of notBegun(chosen, before))
    await server.post(`projections/${encodeURIComponent(name)}/${order}`, {});
  await waitFor(chosen, before, order, statuses);
};

type Looked = Readonly<{ head: bigint; statuses: readonly (Told | ProjectionStatus)[] }>;

/** Without those that are being built already: a command that was stopped is given again. */
const notBegun = (chosen: readonly string[], before: readonly Told[]): readonly string[] =>
  chosen.filter((name) => before.find((told) => told.name === name)?.building == null);

const waitFor = async (
  chosen: readonly string[],
  before: readonly Told[],
  order: GenerationOrdered,
  look: () => Promise<Looked>,
): Promise<void> => {
  const generations = new Map(before.map(({ name, generation }) => [name, generation]));
  const progress = showProgress('positions');
  const waiting = new Set(chosen);
  const built: Told[] = [];
  try {
    while (waiting.size > 0) {
      const { head, statuses } = await look();
      for (const status of statuses) {
        if (!waiting.has(status.name) || status.generation === generations.get(status.name)) continue;
        waiting.delete(status.name);
        built.push(status);
      }
      const left = statuses.filter(({ name }) => waiting.has(name));
      const positions = left.reduce((sum, { building }) => sum + BigInt(building?.position ?? 0n), 0n);
      const done = positions + head * BigInt(built.length);
      progress.update({ phase: order, done: Number(done), total: Number(head) * chosen.length });
      if (waiting.size > 0) await sleep(LOOK_MS);
    }
  } finally {
    progress.stop();
  }
  for (const { name, generation, compared } of built) {
    process.stdout.write(`${name}: generation ${generation} is shown, the one before is kept. ${words(compared)}\n`);
  }
};

const words = (compared: Comparison | null): string => {
  if (compared === null) return '';
  const { same, different, added, missing } = compared;
  return `Beside it ${same} documents and rows are the same, ${different} differ, ${added} are new, ${missing} are gone.`;
};

/** Those named, or all when none is. @throws UnknownReadModel */
export const chosenFrom = (names: readonly string[], named: readonly string[]): readonly string[] => {
  const unknown = named.filter((name) => !names.includes(name));
  if (unknown.length === 0) return named.length === 0 ? names : named;
  throw new UnknownReadModel(`There is no read model ${unknown.join(', ')}. There are: ${names.join(', ')}`);
};

/** A command names a read model that there is not. */
export class UnknownReadModel extends Error {
  override readonly name = 'UnknownReadModel';
}

/** A generation is being built already, or none is kept. */
export class GenerationRefused extends Error {
  override readonly name = 'GenerationRefused';
}
