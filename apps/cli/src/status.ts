import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { checkpointName } from '#projections/projection.js';

/** Says how far the log and each read model are. The stores answered, or this would have thrown. */
export const status = async ({ events, reads }: Platform): Promise<void> => {
  const head = (await events.head()) ?? 0n;
  const positions = new Map((await reads.checkpoints()).map(({ projection, position }) => [projection, position]));
  const names = projections.map(checkpointName);
  const width = Math.max(...names.map((name) => name.length));
  process.stdout.write(`${'log'.padEnd(width)}  ${head}\n`);
  for (const name of names) {
    const position = positions.get(name);
    const lag = position === undefined ? 'not begun' : position >= head ? 'up to date' : `${head - position} behind`;
    process.stdout.write(`${name.padEnd(width)}  ${position ?? '-'}  ${lag}\n`);
  }
};
