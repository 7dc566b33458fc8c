import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { checkpointName } from '#projections/projection.js';

/** Says how far the log and each read model are. The stores answered, or this would have thrown. */
export const status = async ({ events, reads }: Platform): Promise<void> => {
  const head = (await events.head()) ?? 0n;
  const positions = new Map((await reads.checkpoints()).map(({ projection, position }) => [projection, position]));
  const names = projections.map(checkpointName);
  tellStatus(
    head,
    names.map((name) => ({ name, position: positions.get(name) ?? null })),
  );
};

/** `position` is null for a read model that has not begun. */
export const tellStatus = (
  head: bigint,
  readModels: readonly Readonly<{ name: string; position: bigint | null }>[],
): void => {
  const width = Math.max(...readModels.map(({ name }) => name.length));
  process.stdout.write(`${'log'.padEnd(width)}  ${head}\n`);
  for (const { name, position } of readModels) {
    const lag = position === null ? 'not begun' : position >= head ? 'up to date' : `${head - position} behind`;
    process.stdout.write(`${name.padEnd(width)}  ${position ?? '-'}  ${lag}\n`);
  }
};
