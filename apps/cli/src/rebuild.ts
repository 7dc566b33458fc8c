import { setTimeout as sleep } from 'node:timers/promises';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { projections } from '#composition/catalogue.js';
import { createLogger } from '#composition/logger.js';
import type { Platform } from '#composition/platform.js';
import { resetProjection } from '#composition/read-models-of-log.js';
import { checkpointName } from '#projections/projection.js';
import { showProgress } from './show-progress.js';

/** Forgets the named read models (all, if none is named) and folds them anew from the log. */
export const rebuild = async (platform: Platform, named: readonly string[]): Promise<void> => {
  const chosen = projections.filter(({ name }) => named.length === 0 || named.includes(name));
  const unknown = named.filter((name) => projections.every((projection) => projection.name !== name));
  if (unknown.length > 0) {
    const known = projections.map(({ name }) => name).join(', ');
    throw new UnknownReadModel(`There is no read model ${unknown.join(', ')}. There are: ${known}`);
  }
  for (const projection of chosen) await resetProjection(platform.reads, projection);
  const head = (await platform.events.head()) ?? 0n;
  const progress = showProgress('positions');
  const projector = startProjector(platform, createLogger('error'));
  try {
    for (let position = 0n; position < head; ) {
      await sleep(200);
      position = chosen
        .map((projection) => platform.progress.reached(checkpointName(projection)) ?? 0n)
        .reduce((a, b) => (a < b ? a : b));
      progress.update({ phase: 'rebuild', done: Number(position), total: Number(head) });
    }
  } finally {
    await projector.stop();
    progress.stop();
  }
  process.stdout.write(`Rebuilt ${chosen.map(({ name }) => name).join(', ')} up to position ${head}\n`);
};

/** A command names a read model that there is not. */
export class UnknownReadModel extends Error {
  override readonly name = 'UnknownReadModel';
}
