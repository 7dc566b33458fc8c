import { setImmediate as breathe } from 'node:timers/promises';
import type { CollectionSpec, ReadStore, WritingPlace } from '#read-store/read-store.js';

/** What a replica keeps of the documents. */
export type ReplicaSink<Doc extends object> = Readonly<{
  /** Takes a document as last written; the same again must change nothing. */
  put: (key: string, doc: Doc) => void;
  /** Forgets everything: all documents come anew. */
  clear: () => void;
}>;

const PAGE = 200;
const NOTHING_YET = -1n;

/**
 * A copy in memory of all documents of one projection, each process's own, so that questions over many of them are
 * answered without asking the store. It reads what was written since it last looked, in writing order, and begins anew
 * when the projection did, or another generation of it is shown. The collection must be declared `inWritingOrder`, and its documents never deleted.
 */
export class Replica<Doc extends object> {
  private position = NOTHING_YET;
  /** Name of the collection that was read so far. */
  private source: string | null = null;
  private pulling: Promise<void> = Promise.resolve();

  constructor(
    private readonly documents: CollectionSpec<Doc>,
    private readonly store: ReadStore,
    /** How far the projection has come. */
    private readonly reach: () => Promise<bigint>,
    private readonly sink: ReplicaSink<Doc>,
  ) {}

  /** Resolves when the copy shows everything that the read model showed when this was called. */
  async upToDate(): Promise<void> {
    const reached = await this.reach();
    if (reached === this.position && this.isSameSource()) return;
    // One at a time; who comes meanwhile may find that the work is done.
    const turn = this.pulling.then(() => this.pull(reached));
    this.pulling = turn.catch(() => undefined);
    await turn;
  }

  private async pull(reached: bigint): Promise<void> {
    if (this.isSameSource()) {
      if (reached === this.position) return;
      // Another one who came meanwhile has brought it further, unless the projection began anew.
      if (reached < this.position && (await this.reach()) >= this.position) return;
    }
    const collection = this.store.collection(this.documents);
    if (collection.name !== this.source || reached < this.position) {
      this.sink.clear();
      this.position = NOTHING_YET;
      this.source = collection.name;
    }
    // Where it has come to itself, too: a key that was parked is folded as of there when the projector starts again.
    let place: WritingPlace = { position: this.position - 1n };
    for (;;) {
      const entries = await collection.writtenAfter(place, PAGE);
      for (const { key, doc } of entries) this.sink.put(key, doc);
      const last = entries.at(-1);
      if (last === undefined || entries.length < PAGE) break;
      place = last;
      await breathe();
    }
    // Not further: of what the projector is writing behind its checkpoint, some may still be missing.
    this.position = reached;
  }

  /** Whether the collection is still the one that was read: of another generation of the projection it is another. */
  private isSameSource(): boolean {
    return this.source === this.store.collection(this.documents).name;
  }
}
