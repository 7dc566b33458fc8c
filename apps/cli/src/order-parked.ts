import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { isRejected } from '#kernel/outcome.js';
import type { ParkedKeyOrder } from '#upkeep/domain/order-parked-key.js';
import { OrderParkedKeyCommand, OrderParkedKeyHandler } from '#upkeep/order-parked-key/order-parked-key.handler.js';
import { catchUp } from './catch-up.js';
import { orderContext } from './order-context.js';
import { chosenFrom } from './rebuild.js';
import type { Server } from './server/server.js';

/** A key of a read model of which something is parked, and what is to be done about it. */
export type ParkedKeyOrdered = Readonly<{ order: ParkedKeyOrder; projection: string; key: string }>;

/** The order was refused: nothing of the key is parked. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
}

/** Has the order done at once: the read models are folded up to it. */
export const orderParked = async (platform: Platform, { order, projection, key }: ParkedKeyOrdered): Promise<void> => {
  chosenFrom(
    projections.map(({ name }) => name),
    [projection],
  );
  const answer = await new OrderParkedKeyHandler(platform.runner, platform.reads, projections).execute(
    new OrderParkedKeyCommand(projection, key, order, orderContext()),
  );
  if (isRejected(answer)) throw new OrderRefused(answer.detail);
  await catchUp(platform, projections, order);
  tellOrdered(answer.position);
};

export const orderParkedThroughServer = async (
  server: Server,
  { order, projection, key }: ParkedKeyOrdered,
): Promise<void> => {
  const { items } = await server.get<Readonly<{ items: readonly Readonly<{ name: string }>[] }>>('projections');
  chosenFrom(
    items.map(({ name }) => name),
    [projection],
  );
  const path = ['projections', projection, 'parked', key, order].map(encodeURIComponent).join('/');
  const { position } = await server.post<Readonly<{ position: string }>>(path, {});
  tellOrdered(position);
};

const tellOrdered = (position: bigint | string): void => {
  process.stdout.write(`Ordered at position ${position}; \`annals status\` shows what is still parked\n`);
};
