import { notFound, ProblemException } from '#http/problem.js';
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
 * The index of the next instant, whether what is asked about was there at any before it, and why it was not at the last
 * one where it was not.
 */
type Place = Readonly<{ index: number; isThere: boolean; missing: string }>;

const BEGINNING: Place = { index: 0, isThere: false, missing: '' };

/**
 * An answer as of each instant, a page an instant. An instant at which what is asked about was not there, or was not
 * known, has no rows.
 * @param now what is known in the end, for `knownAt: now`
 * @throws ProblemException (404), from its pages, when it was there at none of the instants
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
    let place = (next as Place | null) ?? BEGINNING;
    for (const asOf of instants.slice(place.index)) {
      signal.throwIfAborted();
      const at = { asOf, knownAt: knownAt === 'then' ? asOf : now, latest: false };
      const answered = await ifThere(() => answer(at));
      const rows = 'rows' in answered ? answered.rows.map((row) => ({ asOf, knownAt: at.knownAt, ...row })) : [];
      const { isThere, missing } = 'rows' in answered ? { ...place, isThere: true } : { ...place, ...answered };
      place = { index: place.index + 1, isThere, missing };
      yield { rows, next: place, done: place.index };
    }
    if (!place.isThere) throw notFound(`Not at any of the ${instants.length} instants: ${place.missing}`);
  },
});

const ifThere = async (
  answer: () => Promise<readonly Row[]>,
): Promise<Readonly<{ rows: readonly Row[] } | { missing: string }>> => {
  try {
    return { rows: await answer() };
  } catch (error) {
    if (error instanceof ProblemException && error.code === 'NotFound') return { missing: error.detail };
    throw error;
  }
};
