import { createHash } from 'node:crypto';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Sample } from './generations.js';
import type { AnyProjection } from './projection.js';

/** Enough for every kind of document to occur, and folded in some milliseconds. */
const SAMPLE_EVENTS = 2_000;

/** What projections make of the first events of the log, or of fewer of them; it is read once for all. */
export const samplesOf = async (
  stored: EventStore,
  registry: EventRegistry,
): Promise<(projection: AnyProjection, count?: number) => Sample> => {
  const page = await stored.readAll({ limit: SAMPLE_EVENTS });
  const events = page.map((event) => (registry.isBookkeeping(event) ? null : registry.decode(event)));
  return (projection, first = events.length) => {
    const hash = createHash('sha256');
    const docs = new Map<string, object | null>();
    const looked = events.slice(0, first);
    for (const event of looked) {
      const key = event !== null && projection.types.includes(event.type) ? projection.keyOf(event) : null;
      if (event === null || key === null) continue;
      try {
        const { doc, rows = [] } = projection.evolve(docs.get(key) ?? null, event);
        docs.set(key, doc);
        hash.update(JSON.stringify([key, doc, rows]));
      } catch (error) {
        hash.update(String(error));
      }
    }
    return { events: looked.length, hash: hash.digest('hex').slice(0, 16) };
  };
};
