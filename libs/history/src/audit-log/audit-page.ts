import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import { InvalidCursor, type Page, type ReadStore } from '#read-store/read-store.js';
import { type AuditBlock, auditLog, blockOf, storedNames } from './audit-log.projection.js';

/** `type` is a stored name or how it starts. `from` is inclusive, `to` is not; both of when it was recorded. */
export type AuditFilter = Readonly<{ actor?: string; type?: string; from?: Instant; to?: Instant }>;

/** `type` is the stored name. */
export type AuditEntry = Readonly<{ type: string; event: Recorded }>;

export type AuditPage = Readonly<{ entries: readonly AuditEntry[]; next: string | null }>;

type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;

export type AuditSources = Readonly<{
  reads: ReadStore;
  events: Pick<EventStore, 'readAll'>;
  registry: Pick<EventRegistry, 'checked' | 'isBookkeeping'>;
}>;

const DEFAULT_LIMIT = 50;
const BLOCKS_AT_ONCE = 64;
const EVENTS_AT_ONCE = 512;
/** Events that one page reads at most: it may then be short, and `next` still leads on. */
const MOST_READ = 20_000;
/** How far the clock of a log may have gone back: blocks that are older than that end a search by time. */
const MOST_SET_BACK_MS = 3_600_000;

/**
 * The events that meet the filter, the last one of the log first; the cursor is the position of the last one looked at.
 * Blocks of the log without the actor or the type are passed over unread.
 * @throws InvalidCursor
 */
export const auditPage = async (
  sources: AuditSources,
  filter: AuditFilter,
  at: At,
  { limit = DEFAULT_LIMIT, cursor }: Readonly<{ limit?: number; cursor?: string }>,
): Promise<AuditPage> => {
  if (cursor !== undefined && !/^\d{1,16}$/.test(cursor)) throw new InvalidCursor('A position is expected');
  const end = cursor === undefined ? null : BigInt(cursor);
  const entries: AuditEntry[] = [];
  let read = 0;
  for await (const { first, last } of blocksWith(sources.reads, filter, at, end)) {
    let behind = end !== null && end <= BigInt(last) ? end : BigInt(last) + 1n;
    while (behind > BigInt(first)) {
      // There may be more, here or further down: whoever asks goes on behind the last one that was looked at.
      if (entries.length === limit || read >= MOST_READ) return { entries, next: String(behind) };
      const page = await sources.events.readAll({ after: behind, direction: 'backwards', limit: EVENTS_AT_ONCE });
      if (page.length === 0) break;
      for (const stored of page) {
        if (stored.position < BigInt(first)) break;
        if (entries.length === limit) return { entries, next: String(behind) };
        read += 1;
        behind = stored.position;
        if (sources.registry.isBookkeeping(stored)) continue;
        const event = sources.registry.checked(stored);
        const type = storedNames.get(event.type) ?? stored.type;
        if (meets(filter, at, type, event)) entries.push({ type, event });
      }
      if ((page.at(-1)?.position ?? 0n) < BigInt(first)) break;
    }
  }
  return { entries, next: null };
};

/** Blocks that may hold what meets the filter before the position, the last one first. */
async function* blocksWith(
  reads: ReadStore,
  { actor, type, from, to }: AuditFilter,
  at: At,
  end: bigint | null,
): AsyncGenerator<AuditBlock> {
  const bounds = { ...(to !== undefined && { lt: to }), ...(!at.latest && { lte: at.knownAt }) };
  const range = {
    index: 'byBlock',
    ...(end !== null && { range: { column: 'block', lte: blockOf(end) } }),
    ...(Object.keys(bounds).length > 0 && { filter: { recordedFrom: bounds } }),
  };
  const longBefore = from === undefined ? '' : instantOf(millisecondsOf(from) - MOST_SET_BACK_MS);
  const collection = reads.collection(auditLog.documents);
  let cursor: string | null = null;
  do {
    const options = { limit: BLOCKS_AT_ONCE, descending: true, ...(cursor !== null && { cursor }) };
    const page: Page<AuditBlock> = await collection.scan(range, options);
    for (const { doc } of page.entries) {
      if (doc.recordedTo < longBefore) return;
      if (from !== undefined && doc.recordedTo < from) continue;
      const hasActor = actor === undefined || doc.actors.includes(actor);
      const hasType = type === undefined || doc.types.some((stored) => stored.startsWith(type));
      if (hasActor && hasType) yield doc;
    }
    cursor = page.next;
  } while (cursor !== null);
}

const meets = ({ actor, type, from, to }: AuditFilter, at: At, stored: string, { meta }: Recorded): boolean =>
  (actor === undefined || meta.by === actor) &&
  (type === undefined || stored.startsWith(type)) &&
  (from === undefined || meta.recordedAt >= from) &&
  (to === undefined || meta.recordedAt < to) &&
  (at.latest || (meta.at <= at.asOf && meta.recordedAt <= at.knownAt));
