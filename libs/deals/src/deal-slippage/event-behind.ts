import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Instant } from '#kernel/instant.js';
import { dealDecider } from '../domain/deal.state.js';

/** The event of a deal that a figure comes from, and who did it. */
export type BehindEvent = Readonly<{
  position: string;
  revision: string;
  type: string;
  by: string;
  onBehalfOf: string | null;
  at: Instant;
  recordedAt: Instant;
}>;

/** The event of the deal at that revision. */
export const eventBehind = async (
  events: EventStore,
  registry: EventRegistry,
  dealId: string,
  revision: number,
): Promise<BehindEvent> => {
  const stream = `${dealDecider.category}-${dealId}`;
  const [stored] = await events.readStream(stream, { from: BigInt(revision), limit: 1 });
  if (!stored) throw new Error(`The log has no ${stream}@${revision}, which the read models tell of`);
  const { type, position, meta } = registry.decode(stored);
  const { by, onBehalfOf, at, recordedAt } = meta;
  return {
    position: String(position),
    revision: String(revision),
    type,
    by,
    onBehalfOf: onBehalfOf ?? null,
    at,
    recordedAt,
  };
};
