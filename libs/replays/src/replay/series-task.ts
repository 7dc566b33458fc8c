import type { ReadAt } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import type { Ask, Question } from '../questions/question.js';
import type { SeriesRequest } from './replay-request.js';
import type { Column, Page, ReplayTask } from './replay-task.js';

/** What every row of a series says first. */
const AT: readonly Column[] = [
  { name: 'asOf', type: 'text' },
  { name: 'knownAt', type: 'text' },
];

/**
 * A question as of each instant, a page an instant.
 * @param now what is known in the end, for `knownAt: now`
 */
export const seriesTask = (
  { knownAt }: Pick<SeriesRequest, 'knownAt'>,
  { columns }: Pick<Question, 'columns'>,
  ask: Ask,
  instants: readonly Instant[],
  now: Instant,
): ReplayTask => {
  const readAt = (asOf: Instant): ReadAt => ({ asOf, knownAt: knownAt === 'then' ? asOf : now, latest: false });
  return {
    columns: [...AT, ...columns],
    total: instants.length,
    unit: 'instants',
    pages: async function* (next: Json, signal: AbortSignal): AsyncGenerator<Page> {
      for (let index = typeof next === 'number' ? next : 0; index < instants.length; index += 1) {
        signal.throwIfAborted();
        const at = readAt(instants[index] as Instant);
        const earlier = instants[index - 1];
        const answered = await ask(at, earlier === undefined ? null : readAt(earlier));
        const rows = answered.map((row) => ({ asOf: at.asOf, knownAt: at.knownAt, ...row }));
        yield { rows, next: index + 1, done: index + 1 };
      }
    },
  };
};
