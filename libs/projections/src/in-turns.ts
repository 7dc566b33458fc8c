import { setImmediate as breathe } from 'node:timers/promises';

/** So long a stretch of work may hold the thread that answers everybody. */
const TURN_MS = 5;

/** Visits all of the items, and lets everybody else have their turn whenever that has held the thread for a while. */
export const inTurns = async <T>(items: Iterable<T>, visit: (item: T) => void): Promise<void> => {
  let since = performance.now();
  for (const item of items) {
    visit(item);
    if (performance.now() - since < TURN_MS) continue;
    await breathe();
    since = performance.now();
  }
};

/** As `inTurns`, of items that come by and by: many may come at once. */
export const inTurnsAsTheyCome = async <T>(items: AsyncIterable<T>, visit: (item: T) => void): Promise<void> => {
  let since = performance.now();
  for await (const item of items) {
    visit(item);
    if (performance.now() - since < TURN_MS) continue;
    await breathe();
    since = performance.now();
  }
};
