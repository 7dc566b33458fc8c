import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import type { Json } from '#kernel/json.js';
import { DocumentCache, foldPage } from '#projections/fold-page.js';
import { type AnyProjection, checkpointName } from '#projections/projection.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore, Scalar } from '#read-store/read-store.js';
import type { Bound, ProjectionRequest } from './replay-request.js';
import type { Column, Page, ReplayTask } from './replay-task.js';

export type ProjectionSources = Readonly<{ events: EventStore; registry: EventRegistry }>;

/** `from`: the last position before the stretch; `to`: its last, once that is known; `cursor`: null while it is folded. */
type Place = Readonly<{ from: string; to: string | null; cursor: string | null }>;

const BEGINNING: Place = { from: '-1', to: null, cursor: null };
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
    try {
      await store.ensure(projection.rows ? [projection.documents, projection.rows] : [projection.documents]);
      const fold = new ScratchFold(projection, registry, store);
      let place = (next as Place | null) ?? BEGINNING;
      let position = await fold.position();
      while (place.to === null) {
        signal.throwIfAborted();
        const read = await events.readAll({ ...(position >= 0n && { after: position }), limit: EVENTS_A_PAGE });
        const within = read.filter((event) => event.position <= head && !isBeyond(to, event));
        await fold.fold(within);
        const before = from === null ? [] : within.filter((event) => isBefore(from, event));
        position = within.at(-1)?.position ?? position;
        const isOver = within.length < read.length || read.length === 0;
        place = {
          from: String(before.at(-1)?.position ?? place.from),
          to: isOver ? String(position) : null,
          cursor: null,
        };
        yield { rows: [], next: place, done: Number(position) };
      }
      yield* documentsOf(projection, store, place);
    } finally {
      await store.close();
    }
  },
});

async function* documentsOf(projection: AnyProjection, store: ReadStore, begun: Place): AsyncGenerator<Page> {
  const collection = store.collection<Record<string, unknown>>(projection.documents);
  const [index] = Object.keys(projection.documents.indexes);
  if (index === undefined) throw new Error(`The documents of ${projection.name} have no index to be read by`);
  const [columns, from] = [columnsOf(projection), BigInt(begun.from)];
  let cursor = begun.cursor;
  do {
    const page = await collection.scan({ index }, { limit: DOCUMENTS_A_PAGE, ...(cursor !== null && { cursor }) });
    cursor = page.next;
    yield {
      rows: page.entries
        .filter(({ position }) => position > from)
        .map(({ key, position, doc }) => ({
          ...Object.fromEntries(columns.map(({ name }) => [name, (doc[name] as Scalar | undefined) ?? null])),
          key,
          position: Number(position),
          document: JSON.stringify(doc),
        })),
      next: { ...begun, cursor },
      done: Number(begun.to),
    };
  } while (cursor !== null);
}

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
