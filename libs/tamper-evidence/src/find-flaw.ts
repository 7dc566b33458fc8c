import type { EventStore, EventText } from '#event-store/event-store.js';
import { type Flaw, flawAt } from './flaw.js';
import { blockOf, leavesOf, positionsOf, SEAL_EVENTS, type Seal } from './seal.js';
import type { SealStore } from './seal-store.js';

type Stores = Readonly<{ events: EventStore; seals: SealStore }>;

/** Which event of a run that does not agree with its seal is the first that differs, and what was done to it. */
export const findFlaw = async ({ events, seals }: Stores, sealed: Seal, previous: Seal | null): Promise<Flaw> => {
  const found = await readOn(events, previous, sealed.count + SEAL_EVENTS);
  const actual = leavesOf(blockOf(found));
  const positions = positionsOf(sealed);
  const expected = [...leavesOf(sealed), ...(await leavesAfter(seals, sealed))];
  for (const [n, position] of positions.entries()) {
    const event = found[n];
    const where = { position, event, seal: sealed.number };
    if (event === undefined) return removed(where);
    if (event.position < position) return inserted({ ...where, position: event.position });
    if (event.position > position) {
      return flawAt('deleted', { position, seal: sealed.number }, `The event that stood at ${position} is gone`);
    }
    if (actual[n] !== expected[n]) return differing(seals, where, { actual, expected, n });
  }
  const surplus = found[positions.length];
  if (surplus !== undefined && surplus.position <= BigInt(sealed.last)) {
    return inserted({ position: surplus.position, event: surplus, seal: sealed.number });
  }
  const where = { position: BigInt(sealed.first), event: found[0], seal: sealed.number };
  return flawAt('changed', where, `One of ${sealed.count} events from here on is not as it was sealed`);
};

/** So many events behind those of the seal, or all there are. */
const readOn = async (events: EventStore, seal: Seal | null, count: number): Promise<readonly EventText[]> => {
  const found: EventText[] = [];
  let from = seal === null ? {} : { after: BigInt(seal.last) };
  while (found.length < count) {
    const page = await events.readText({ ...from, limit: count - found.length });
    const last = page.at(-1);
    if (last === undefined) break;
    found.push(...page);
    from = { after: last.position };
  }
  return found;
};

type Where = Readonly<{ position: bigint; event: EventText | undefined; seal: number }>;

const removed = (where: Where): Flaw =>
  flawAt('tail-removed', where, `The log ends before position ${where.position}, which was sealed`);

const inserted = (where: Where): Flaw =>
  flawAt('inserted', where, `At position ${where.position} stands an event that was not there when it was sealed`);

/** The event at its place is not the one that was sealed there: where are the two of them? */
const differing = async (
  seals: SealStore,
  where: Where,
  { actual, expected, n }: Readonly<{ actual: readonly string[]; expected: readonly string[]; n: number }>,
): Promise<Flaw> => {
  const [isNext, wasHere] = [actual[n] === expected[n + 1], actual[n + 1] === expected[n]];
  if (isNext && !wasHere) {
    return flawAt('deleted', where, `The event that stood at ${where.position} is gone, and later ones were moved up`);
  }
  if (wasHere && !isNext) return inserted(where);
  if (actual.includes(expected[n] ?? '', n + 1) || (await isSealed(seals, actual[n] ?? ''))) {
    return flawAt('reordered', where, `At position ${where.position} stands an event that was sealed elsewhere`);
  }
  return flawAt('changed', where, `The event at position ${where.position} is not as it was sealed`);
};

const leavesAfter = async (seals: SealStore, { number }: Seal): Promise<readonly string[]> => {
  for await (const later of readable(seals)) if (later.number === number + 1) return leavesOf(later);
  return [];
};

const isSealed = async (seals: SealStore, leaf: string): Promise<boolean> => {
  for await (const sealed of readable(seals)) if (leavesOf(sealed).includes(leaf)) return true;
  return false;
};

/** The seals up to the first that is none: enough to look something up in. */
async function* readable(seals: SealStore): AsyncGenerator<Seal, void, void> {
  try {
    yield* seals.all();
  } catch {
    // The flaw that is being looked into comes before it.
  }
}
