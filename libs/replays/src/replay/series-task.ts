import type { ReadAt } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import type { SeriesRequest } from './replay-request.js';
import type { Column, Page, ReplayTask, Row } from './replay-task.js';

/** What every row of a series says first. */
const AT: readonly Column[] = [
  { name: 'asOf', type: 'text' },
  { name: 'knownAt', type: 'text' },
];

/**
 * An answer as of each instant, a page an instant.
 * @param now what is known in the end, for `knownAt: now`
 */
export const seriesTask = (
  knownAt: SeriesRequest['knownAt'],
  columns: readonly Column[],
  answer: (at: ReadAt) => Promise<readonly Row[]>,
  instants: readonly Instant[],
  now: Instant,
): ReplayTask => ({
  columns: [...AT, ...columns],
  total: instants.length,
  unit: 'instants',
  pages: async function* (next: Json, signal: AbortSignal): AsyncGenerator<Page> {
    for (let index = typeof next === 'number' ? next : 0; index < instants.length; index += 1) {
      signal.throwIfAborted();
      const asOf = instants[index] as Instant;
      const at = { asOf, knownAt: knownAt === 'then' ? asOf : now, latest: false };
      const rows = (await answer(at)).map((row) => ({ asOf, knownAt: at.knownAt, ...row }));
      yield { rows, next: index + 1, done: index + 1 };
    }
  },
});
