import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { resetProjection } from '#composition/read-models-of-log.js';
import { catchUp } from './catch-up.js';

/** Forgets the named read models (all, if none is named) and folds them anew from the log. */
export const rebuild = async (platform: Platform, named: readonly string[]): Promise<void> => {
  const chosen = projections.filter(({ name }) => named.length === 0 || named.includes(name));
  const unknown = named.filter((name) => projections.every((projection) => projection.name !== name));
  if (unknown.length > 0) {
    const known = projections.map(({ name }) => name).join(', ');
    throw new UnknownReadModel(`There is no read model ${unknown.join(', ')}. There are: ${known}`);
  }
  for (const projection of chosen) await resetProjection(platform.reads, projection);
  const head = await catchUp(platform, chosen, 'rebuild');
  process.stdout.write(`Rebuilt ${chosen.map(({ name }) => name).join(', ')} up to position ${head}\n`);
};

/** A command names a read model that there is not. */
export class UnknownReadModel extends Error {
  override readonly name = 'UnknownReadModel';
}
