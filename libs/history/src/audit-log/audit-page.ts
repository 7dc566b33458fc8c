import type { Instant } from '#kernel/instant.js';
import { type Bounds, InvalidCursor, type Range, type ReadStore } from '#read-store/read-store.js';
import { type AuditEntry, auditLog, storedNames } from './audit-log.projection.js';

/** `type` is a stored name or how it starts. `from` is inclusive, `to` is not; both of when it was recorded. */
export type AuditFilter = Readonly<{ actor?: string; type?: string; from?: Instant; to?: Instant }>;

export type AuditPage = Readonly<{ entries: readonly AuditEntry[]; next: string | null }>;

type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;

const DEFAULT_LIMIT = 50;

/**
 * The events that meet the filter, the last one of the log first; the cursor is the position of the last one shown. It
 * costs by the page, for each stored name that `type` stands for, never by the length of the log.
 * @throws InvalidCursor
 */
export const auditPage = async (
  store: ReadStore,
  { actor, type, from, to }: AuditFilter,
  at: At,
  { limit = DEFAULT_LIMIT, cursor }: Readonly<{ limit?: number; cursor?: string }>,
): Promise<AuditPage> => {
  if (cursor !== undefined && !/^\d{1,16}$/.test(cursor)) throw new InvalidCursor('A position is expected');
  const gte = from === undefined ? 0 : await firstFrom(store, { gte: from });
  const ends = await Promise.all([
    cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor),
    to === undefined ? Number.POSITIVE_INFINITY : firstFrom(store, { gte: to }),
    at.latest ? Number.POSITIVE_INFINITY : firstFrom(store, { gt: at.knownAt }),
  ]);
  if (gte === Number.POSITIVE_INFINITY) return { entries: [], next: null };
  const lt = Math.min(...ends);
  const bounds = {
    range: { column: 'position', gte, ...(Number.isFinite(lt) && { lt }) },
    ...(!at.latest && { filter: { at: { lte: at.asOf } } }),
  };
  const pages = await Promise.all(
    stretches(actor, type).map((stretch) =>
      store.collection(auditLog.documents).scan({ ...stretch, ...bounds }, { limit, descending: true }),
    ),
  );
  const found = pages.flatMap(({ entries }) => entries.map(({ doc }) => doc)).sort((a, b) => b.position - a.position);
  const entries = found.slice(0, limit);
  const more = found.length > limit || pages.some(({ next }) => next !== null);
  return { entries, next: more ? String(entries.at(-1)?.position) : null };
};

/** The stretches of the indexes that hold an actor's events of the types that start so. */
const stretches = (actor: string | undefined, prefix: string | undefined): readonly Range[] => {
  if (prefix === undefined) {
    return [actor === undefined ? { index: 'byPosition' } : { index: 'byActor', equals: { actor } }];
  }
  const types = [...storedNames.values()].filter((stored) => stored.startsWith(prefix));
  return types.map((type) =>
    actor === undefined ? { index: 'byType', equals: { type } } : { index: 'byActorAndType', equals: { actor, type } },
  );
};

/** Position of the first event recorded within the bounds: what was recorded later is behind it. Infinity: none was. */
const firstFrom = async (store: ReadStore, bounds: Bounds): Promise<number> => {
  const range = { index: 'byRecordedAt', range: { column: 'recordedAt', ...bounds } };
  const { entries } = await store.collection(auditLog.documents).scan(range, { limit: 1 });
  return entries[0]?.doc.position ?? Number.POSITIVE_INFINITY;
};
