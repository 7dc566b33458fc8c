import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { checkpointName } from '#projections/projection.js';
import { projectionStatuses } from '#projections/projection-status.js';
import { shardStatuses } from '#projections/shard-status.js';

/** Says how far the log and each read model are. The stores answered, or this would have thrown. */
export const status = async ({ events, reads }: Platform): Promise<void> => {
  const { head, statuses } = await projectionStatuses(projections, events, reads, Date.now());
  tellStatus(
    head,
    statuses.map((status) => ({ ...status, name: checkpointName(status) })),
    await shardStatuses(projections, reads),
  );
};

/** A read model as it is told. `position` is null for one that has not begun. */
export type ToldReadModel = Readonly<{
  name: string;
  position: bigint | null;
  parked: readonly Readonly<{ key: string; position: string; type: string; error: string; events: number }>[];
  generation: number;
  isOutdated: boolean;
  building: Readonly<{ position: bigint | string; rate: number; secondsLeft: number | null }> | null;
}>;

export type ToldShard = Readonly<{
  number: number;
  of: number;
  lease: Readonly<{ holder: string }> | null;
  position: bigint | null;
}>;

export const tellStatus = (head: bigint, readModels: readonly ToldReadModel[], shards: readonly ToldShard[]): void => {
  const width = Math.max(...readModels.map(({ name }) => name.length));
  process.stdout.write(`${'log'.padEnd(width)}  ${head}\n`);
  for (const shard of shards) process.stdout.write(`${shardWords(shard, head)}\n`);
  for (const { name, position, parked, ...generations } of readModels) {
    const lag = lagWords(position, head);
    const waiting = parked.length === 0 ? '' : `, parked: ${parked.length}`;
    process.stdout.write(
      `${name.padEnd(width)}  ${position ?? '-'}  ${lag}${waiting}${generationWords(generations)}\n`,
    );
    for (const { key, position: at, type, error, events } of parked) {
      process.stdout.write(`  ${key}: ${type} at ${at} could not be folded, ${events} waiting: ${error}\n`);
    }
  }
};

const lagWords = (position: bigint | null, head: bigint): string =>
  position === null ? 'not begun' : position >= head ? 'up to date' : `${head - position} behind`;

const shardWords = ({ number, of, lease, position }: ToldShard, head: bigint): string => {
  const held = lease === null ? 'free' : `held by ${lease.holder}`;
  if (of === 1) return `The projector's lease is ${held}`;
  return `The lease of shard ${number} of ${of} is ${held}: ${position ?? '-'}, ${lagWords(position, head)}`;
};

const generationWords = ({
  generation,
  isOutdated,
  building,
}: Pick<ToldReadModel, 'generation' | 'isOutdated' | 'building'>): string => {
  const shown = generation === 1 ? '' : `, generation ${generation}`;
  const outdated = isOutdated ? ', built by other code: `annals rebuild` builds it anew' : '';
  if (building === null) return shown + outdated;
  const left = building.secondsLeft === null ? '' : `, ${Math.ceil(building.secondsLeft)} s left`;
  return `${shown}, the next one at ${building.position} (${Math.round(building.rate)} positions/s${left})`;
};
