import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { checkpointName } from '#projections/projection.js';
import { projectionStatuses } from '#projections/projection-status.js';

/** Says how far the log and each read model are. The stores answered, or this would have thrown. */
export const status = async ({ events, reads }: Platform): Promise<void> => {
  const { head, statuses } = await projectionStatuses(projections, events, reads, Date.now());
  tellStatus(
    head,
    statuses.map(({ position, parked, ...named }) => ({ name: checkpointName(named), position, parked })),
  );
};

/** A read model as it is told. `position` is null for one that has not begun. */
export type ToldReadModel = Readonly<{
  name: string;
  position: bigint | null;
  parked: readonly Readonly<{ key: string; position: string; type: string; error: string; events: number }>[];
}>;

export const tellStatus = (head: bigint, readModels: readonly ToldReadModel[]): void => {
  const width = Math.max(...readModels.map(({ name }) => name.length));
  process.stdout.write(`${'log'.padEnd(width)}  ${head}\n`);
  for (const { name, position, parked } of readModels) {
    const lag = position === null ? 'not begun' : position >= head ? 'up to date' : `${head - position} behind`;
    const waiting = parked.length === 0 ? '' : `, parked: ${parked.length}`;
    process.stdout.write(`${name.padEnd(width)}  ${position ?? '-'}  ${lag}${waiting}\n`);
    for (const { key, position: at, type, error, events } of parked) {
      process.stdout.write(`  ${key}: ${type} at ${at} could not be folded, ${events} waiting: ${error}\n`);
    }
  }
};
