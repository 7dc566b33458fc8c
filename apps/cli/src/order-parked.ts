import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { isRejected } from '#kernel/outcome.js';
import { type TroubledKey, troubledKeysOf } from '#projections/parked-keys.js';
import { OrderParkedKeyCommand, OrderParkedKeyHandler } from '#upkeep/order-parked-key/order-parked-key.handler.js';
import { catchUp } from './catch-up.js';
import { orderContext } from './order-context.js';
import { OutcomeUnknown, type ParkedKeyOrdered, type StillParked, tellOutcome } from './parked-outcome.js';
import { chosenFrom } from './rebuild.js';
import type { Server } from './server/server.js';

/** The order was refused: nothing of the key is parked. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
}

/** Has the order done at once: the read models are folded up to it. @throws OrderRefused, OutcomeUnknown */
export const orderParked = async (platform: Platform, ordered: ParkedKeyOrdered): Promise<void> => {
  const { order, key } = ordered;
  chosenFrom(
    projections.map(({ name }) => name),
    [ordered.projection],
  );
  const answer = await new OrderParkedKeyHandler(platform.runner, platform.reads, projections).execute(
    new OrderParkedKeyCommand(ordered.projection, key, order, orderContext()),
  );
  if (isRejected(answer)) throw new OrderRefused(answer.detail);
  const chosen = projections.filter(({ name }) => name === ordered.projection);
  const reached = await catchUp(platform, chosen, order, deadlineOf(ordered));
  if (reached < answer.position) throw new OutcomeUnknown(ordered, answer.position);
  for (const projection of chosen) {
    const found = await platform.reads.collection<TroubledKey>(troubledKeysOf(projection)).get(key);
    tellOutcome(ordered, found?.doc.parked ?? null);
  }
};

type Told = Readonly<{ name: string; position: string | null; parked: readonly (StillParked & { key: string })[] }>;
type Projections = Readonly<{ items: readonly Told[] }>;

/** Has the order done by the server. @throws OutcomeUnknown */
export const orderParkedThroughServer = async (server: Server, ordered: ParkedKeyOrdered): Promise<void> => {
  const { order, projection, key } = ordered;
  const { items } = await server.get<Projections>('projections');
  chosenFrom(
    items.map(({ name }) => name),
    [projection],
  );
  const path = ['projections', projection, 'parked', key, order].map(encodeURIComponent).join('/');
  const position = BigInt((await server.post<Readonly<{ position: string }>>(path, {})).position);
  const toldIn = ({ items }: Projections): Told | undefined => items.find(({ name }) => name === projection);
  const hasReached = (told: Told | undefined): boolean => told?.position != null && BigInt(told.position) >= position;
  const deadline = deadlineOf(ordered);
  const told = toldIn(
    await server.follow<Projections>('projections', (all) => hasReached(toldIn(all)) || Date.now() > deadline),
  );
  if (!hasReached(told)) throw new OutcomeUnknown(ordered, position);
  tellOutcome(ordered, told?.parked.find((parked) => parked.key === key) ?? null);
};

const deadlineOf = ({ waitSeconds }: ParkedKeyOrdered): number => Date.now() + waitSeconds * 1000;
