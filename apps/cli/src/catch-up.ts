import { setTimeout as sleep } from 'node:timers/promises';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { createLogger } from '#composition/logger.js';
import type { Platform } from '#composition/platform.js';
import type { AnyProjection } from '#projections/projection.js';
import { showProgress } from './show-progress.js';

/**
 * Folds read models up to the end of the log, or until `deadline` (in milliseconds since 1970), with progress on stderr.
 * Answers the position that they have reached, 0 for an empty log.
 */
export const catchUp = async (
  platform: Platform,
  projections: readonly AnyProjection[],
  phase: string,
  deadline = Number.POSITIVE_INFINITY,
): Promise<bigint> => {
  const head = await platform.events.head();
  if (head === null) return 0n;
  const progress = showProgress('positions');
  const projector = startProjector(platform, createLogger('error'));
  let position = -1n;
  try {
    while (position < head && Date.now() <= deadline) {
      await sleep(100);
      // Of what other processes fold too.
      position = await platform.readModels.reach(projections);
      if (position >= 0n) progress.update({ phase, done: Number(position), total: Number(head) });
    }
  } finally {
    await projector.stop();
    progress.stop();
  }
  return position;
};
