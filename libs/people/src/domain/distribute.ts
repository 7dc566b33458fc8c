import type { Successor } from './rep.events.js';

/** Something to hand over; `weight` (default 1, at least 0) is what it is worth, for example its open amount. */
export type Heritable = Readonly<{ id: string; weight?: number }>;

/** An item that `to` has taken already. */
export type Received = Heritable & Readonly<{ to: string }>;

/**
 * Which successor takes each item, by item id. Each gets their share of the items by count, rounded by the method of
 * largest remainders, so within 1 of it; under these counts the heavy items are dealt so that the weights come close to
 * the shares too. The order of `items` and `successors` does not matter. Ids are unique; there is a successor, and each
 * share is above 0.
 *
 * `received` is what was dealt before an interruption: it counts and weighs, so that the rest goes where it would have
 * gone without one. What somebody received who is no successor counts for nothing.
 */
export const distribute = (
  items: readonly Heritable[],
  successors: readonly Successor[],
  received: readonly Received[] = [],
): ReadonlyMap<string, string> => {
  const names = new Set(successors.map(({ ownerId }) => ownerId));
  const held = received.filter(({ to }) => names.has(to));
  const takers = quotas(items.length + held.length, successors).map((quota) => ({ ...quota, load: 0 }));
  const byOwner = new Map(takers.map((taker) => [taker.ownerId, taker]));
  const takerOf = new Map(held.map(({ id, to }) => [id, byOwner.get(to)]));
  for (const taker of takerOf.values()) if (taker) taker.left -= 1;
  const heaviestFirst = [...items, ...held]
    .map(({ id, weight = 1 }) => ({ id, weight }))
    .sort((a, b) => b.weight - a.weight || byText(a.id, b.id));
  const owners = new Map<string, string>();
  for (const { id, weight } of heaviestFirst) {
    let taker = takerOf.get(id);
    if (taker === undefined) {
      taker = takers
        .filter(({ left }) => left > 0)
        .reduce((best, next) => ((next.load + weight) / next.share < (best.load + weight) / best.share ? next : best));
      taker.left -= 1;
      owners.set(id, taker.ownerId);
    }
    taker.load += weight;
  }
  return owners;
};

/** How many of `count` items each successor takes, by largest remainder; equal remainders go by owner id. */
const quotas = (count: number, successors: readonly Successor[]) => {
  // Sorted before the sum, as sums of fractions depend on their order; scaled, so that no sum overflows.
  const largest = Math.max(...successors.map(({ share }) => share));
  const scaled = successors
    .map(({ ownerId, share }) => ({ ownerId, share: share / largest }))
    .sort((a, b) => byText(a.ownerId, b.ownerId));
  const total = scaled.reduce((sum, { share }) => sum + share, 0);
  const floors = scaled.map(({ ownerId, share }) => {
    const due = (count * share) / total;
    return { ownerId, share, left: Math.floor(due), remainder: due - Math.floor(due) };
  });
  const short = count - floors.reduce((sum, { left }) => sum + left, 0);
  const rounded = new Set(floors.toSorted((a, b) => b.remainder - a.remainder).slice(0, short));
  return floors.map((quota) => ({ ...quota, left: quota.left + (rounded.has(quota) ? 1 : 0) }));
};

// Not localeCompare: the answer must not depend on where it is computed.
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
