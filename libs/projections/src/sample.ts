import { createHash } from 'node:crypto';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Sample } from './generations.js';
import type { AnyProjection } from './projection.js';

/** Enough for every kind of document to occur, and folded in some milliseconds. */
export const SAMPLE_EVENTS = 2_000;

/** What each of the projections makes of the first `count` events of the log, fewer when it is shorter. */
export const sampleOf = async (
  projections: readonly AnyProjection[],
  stored: EventStore,
  registry: EventRegistry,
  count: number,
): Promise<readonly Sample[]> => {
  const page = await stored.readAll({ limit: count });
  const events = page.filter((event) => !registry.isBookkeeping(event)).map((event) => registry.decode(event));
  return projections.map((projection) => {
    const hash = createHash('sha256');
    const docs = new Map<string, object | null>();
    for (const event of events) {
      const key = projection.types.includes(event.type) ? projection.keyOf(event) : null;
      if (key === null) continue;
      try {
        const { doc, rows = [] } = projection.evolve(docs.get(key) ?? null, event);
        docs.set(key, doc);
        hash.update(JSON.stringify([key, doc, rows]));
      } catch (error) {
        hash.update(String(error));
      }
    }
    return { events: page.length, hash: hash.digest('hex').slice(0, 16) };
  });
};
