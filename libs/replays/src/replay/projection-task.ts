import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import type { Json } from '#kernel/json.js';
import { DocumentCache, foldPage } from '#projections/fold-page.js';
import { type AnyProjection, checkpointName } from '#projections/projection.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadCollection, ReadStore, Scalar } from '#read-store/read-store.js';
import type { Bound, ProjectionRequest } from './replay-request.js';
import type { Column, Page, ReplayTask } from './replay-task.js';

export type ProjectionSources = Readonly<{ events: EventStore; registry: EventRegistry }>;

/**
 * `read`: the last position that is read; `from`: the last one before the stretch; `to`: the last of it, null until that is
 * known; `given`: the document that was given last, null before the first.
 */
type Place = Readonly<{
  read: string;
  from: string;
  to: string | null;
  given: Readonly<{ position: string; key: string }> | null;
}>;

const BEGINNING: Place = { read: '-1', from: '-1', to: null, given: null };
const EVENTS_A_PAGE = 2_000;
const DOCUMENTS_A_PAGE = 200;
/** Nobody else writes to the scratch store. */
const EPOCH = 1;

/**
 * Folds a read model into a store of its own, in `scratch`, and gives the documents that the stretch has changed, as
 * they stood at its end. What came before the stretch is folded too, as a document stands on all of its events.
 */
export const projectionTask = (
  { from, to }: ProjectionRequest,
  projection: AnyProjection,
  { events, registry }: ProjectionSources,
  scratch: string,
  head: bigint,
): ReplayTask => ({
  columns: columnsOf(projection),
  total: Number(head),
  unit: 'positions',
  pages: async function* (next: Json, signal: AbortSignal): AsyncGenerator<Page> {
    const store = await openEmbeddedReadStore({ directory: scratch });
    const documents = { ...projection.documents, inWritingOrder: true } as const;
    try {
      await store.ensure(projection.rows ? [documents, projection.rows] : [documents]);
      const fold = new ScratchFold(projection, registry, store);
      let place = (next as Place | null) ?? BEGINNING;
      // Whichever is behind. What was folded and then not kept is read again, to see where the stretch begins: folding it
      // again changes nothing.
      let position = lower(await fold.position(), BigInt(place.read));
      while (place.to === null || position < BigInt(place.to)) {
        signal.throwIfAborted();
        const read = await events.readAll({ ...(position >= 0n && { after: position }), limit: EVENTS_A_PAGE });
        const within = read.filter((event) => event.position <= head && !isBeyond(to, event));
        await fold.fold(within);
        const before = from === null ? [] : within.filter((event) => isBefore(from, event));
        position = within.at(-1)?.position ?? position;
        const isOver = within.length < read.length || read.length === 0;
        place = {
          read: String(position),
          from: String(before.at(-1)?.position ?? place.from),
          to: isOver ? String(position) : null,
          given: place.given,
        };
        yield { rows: [], next: place, done: Number(position) };
      }
      yield* documentsOf(projection, store.collection(documents), place);
    } finally {
      await store.close();
    }
  },
});

/** In the order in which they were last changed. */
async function* documentsOf(
  projection: AnyProjection,
  documents: ReadCollection<Record<string, unknown>>,
  begun: Place,
): AsyncGenerator<Page> {
  const columns = columnsOf(projection);
  let place = begun;
  for (;;) {
    const { given, from, to } = place;
    const behind = given ? { ...given, position: BigInt(given.position) } : { position: BigInt(from) };
    const entries = await documents.writtenAfter(behind, DOCUMENTS_A_PAGE);
    const last = entries.at(-1);
    if (last === undefined) return;
    place = { ...place, given: { position: String(last.position), key: last.key } };
    yield {
      rows: entries.map(({ key, position, doc }) => ({
        ...Object.fromEntries(columns.map(({ name }) => [name, (doc[name] as Scalar | undefined) ?? null])),
        key,
        position: Number(position),
        document: JSON.stringify(doc),
      })),
      next: place,
      done: Number(to),
    };
  }
}

const lower = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Key and position, then what the documents can be found by, then each as a whole. */
const columnsOf = ({ documents }: AnyProjection): readonly Column[] => [
  { name: 'key', type: 'text' },
  { name: 'position', type: 'integer' },
  ...Object.entries(documents.columns)
    .filter(([name]) => !['key', 'position', 'document'].includes(name))
    .map(([name, type]): Column => ({ name, type: type === 'integer' ? 'integer' : 'text' })),
  { name: 'document', type: 'json' },
];

class ScratchFold {
  private readonly cache = new DocumentCache();
  private readonly checkpoint: string;

  constructor(
    private readonly projection: AnyProjection,
    private readonly registry: EventRegistry,
    private readonly store: ReadStore,
  ) {
    this.checkpoint = checkpointName(projection);
  }

  /** The last position that is folded; −1 for none. */
  async position(): Promise<bigint> {
    return (await this.store.checkpoint(this.checkpoint))?.position ?? -1n;
  }

  async fold(stored: readonly StoredEvent[]): Promise<void> {
    const position = stored.at(-1)?.position;
    if (position === undefined) return;
    const relevant = stored
      .filter((event) => !this.registry.isBookkeeping(event))
      .map((event) => this.registry.decode(event))
      .filter(({ type }) => this.projection.types.includes(type));
    const writes = await foldPage(this.projection, relevant, this.store, this.cache);
    await this.store.commit({ writes, checkpoints: [{ projection: this.checkpoint, position, epoch: EPOCH }] });
  }
}

const isBefore = (bound: Bound, { position, recordedAt }: StoredEvent): boolean =>
  'position' in bound ? position <= BigInt(bound.position) : recordedAt < bound.recordedAt;

const isBeyond = (bound: Bound | null, { position, recordedAt }: StoredEvent): boolean => {
  if (bound === null) return false;
  return 'position' in bound ? position > BigInt(bound.position) : recordedAt > bound.recordedAt;
};
