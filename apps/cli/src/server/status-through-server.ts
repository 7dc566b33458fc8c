import { checkpointName } from '#projections/projection.js';
import { type ToldReadModel, type ToldShard, tellStatus } from '../status.js';
import { type Server, ServerRefused } from './server.js';

type Health = Readonly<{ status: string; version: string }>;
type Projections = Readonly<{
  position: string;
  shards: readonly (Omit<ToldShard, 'position'> & Readonly<{ position: string | null }>)[];
  items: readonly (Omit<ToldReadModel, 'position'> & Readonly<{ version: number; position: string | null }>)[];
}>;

/** Says what version a running server is, and how far its log and each of its read models are. */
export const statusThroughServer = async (server: Server): Promise<void> => {
  const readiness = await readinessOf(server);
  const { position, shards, items } = await server.get<Projections>('projections');
  process.stdout.write(`${server.address('')} ${readiness}\n`);
  tellStatus(
    BigInt(position),
    items.map((item) => ({
      ...item,
      name: checkpointName(item),
      position: positionOf(item),
    })),
    shards.map((shard) => ({ ...shard, position: positionOf(shard) })),
  );
};

const positionOf = ({ position }: Readonly<{ position: string | null }>): bigint | null =>
  position === null ? null : BigInt(position);

/** A server that is not ready can still say how far its read models are. */
const readinessOf = async (server: Server): Promise<string> => {
  try {
    return `is ready, version ${(await server.get<Health>('health')).version}`;
  } catch (error) {
    if (!(error instanceof ServerRefused) || error.status !== 503) throw error;
    return `is not ready. ${error.message}`;
  }
};
