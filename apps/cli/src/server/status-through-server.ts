import { checkpointName } from '#projections/projection.js';
import { type ToldReadModel, tellStatus } from '../status.js';
import type { Server } from './server.js';

type Health = Readonly<{ status: string; version: string }>;
type Projections = Readonly<{
  position: string;
  items: readonly Readonly<{
    name: string;
    version: number;
    position: string | null;
    parked: ToldReadModel['parked'];
  }>[];
}>;

/** Says what version a running server is, and how far its log and each of its read models are. */
export const statusThroughServer = async (server: Server): Promise<void> => {
  const { version } = await server.get<Health>('health');
  const { position, items } = await server.get<Projections>('projections');
  process.stdout.write(`${server.address('')} is ready, version ${version}\n`);
  tellStatus(
    BigInt(position),
    items.map((item) => ({
      name: checkpointName(item),
      position: item.position === null ? null : BigInt(item.position),
      parked: item.parked,
    })),
  );
};
