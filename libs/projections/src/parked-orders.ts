import type { DomainEvent } from '#kernel/event.js';
import type { Write } from '#read-store/read-store.js';
import type { AnyProjection } from './projection.js';
import { type RetryOptions, retryParked } from './retry-parked.js';

/** Somebody had a parked key tried again, its event at `position` left out if it `releases` it. */
export type ParkedOrder = Readonly<{ projection: string; key: string; position: string; releases: boolean }>;

/** How orders are told from other events of the log. */
export type ParkedOrders = Readonly<{
  /** Stored names of the events that are orders. */
  storedTypes: readonly string[];
  orderOf: (event: DomainEvent) => ParkedOrder | null;
}>;

/** Does what is ordered of this projection at the event of that position; what the order no longer meets is left alone. */
export const obey = async (
  { projection: name, key, position: parkedAt, releases }: ParkedOrder,
  projection: AnyProjection,
  position: bigint,
  options: Omit<RetryOptions, 'inPart'>,
): Promise<readonly Write[]> => {
  const { parkedKeys } = options;
  const parked = parkedKeys.parked(key);
  if (name !== projection.name || parked === null) return [];
  if (releases && parked.position === parkedAt) parkedKeys.release(key);
  return retryParked(projection, new Map([[key, parked]]), position, { ...options, inPart: true });
};
