/** What a declared column holds. Instants are stored as fixed-width text, money as integer minor units. */
export type Scalar = string | number | null;

/**
 * A collection of keyed documents. `columns` are top-level properties of the documents that may be indexed,
 * filtered and summed; a missing property counts as null. A new shape gets a new name (`deal_spans_v2`).
 */
export type CollectionSpec<Doc extends object> = Readonly<{
  name: string;
  columns: Readonly<Partial<Record<Extract<keyof Doc, string>, 'text' | 'integer'>>>;
  /** Index name to its columns, in order. */
  indexes: Readonly<Record<string, readonly Extract<keyof Doc, string>[]>>;
  /** Whether `writtenAfter` may be asked: it takes an index of its own. */
  inWritingOrder?: true;
  /** Never set: carries the documents' type to whoever opens the collection. */
  docType?: Doc;
}>;

/** Any collection, whatever its documents. */
export type AnyCollectionSpec = Readonly<{
  name: string;
  columns: Readonly<Record<string, 'text' | 'integer' | undefined>>;
  indexes: Readonly<Record<string, readonly string[]>>;
  inWritingOrder?: true;
}>;

export type Bounds = Readonly<{ gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar }>;

/**
 * A stretch of one declared index: equality on a prefix of its columns, then at most one range on the next.
 * `filter` holds further conditions on declared columns that the index does not narrow: a value, any of a list, or
 * bounds (which no null meets).
 */
export type Range = Readonly<{
  index: string;
  equals?: Readonly<Record<string, Scalar>>;
  range?: Bounds & Readonly<{ column: string }>;
  filter?: Readonly<Record<string, Scalar | readonly Scalar[] | Bounds>>;
}>;

export type PageOptions = Readonly<{ limit: number; cursor?: string; descending?: boolean }>;

export type FindOptions<Doc extends object> = Readonly<{
  limit: number;
  orderBy?: Extract<keyof Doc, string>;
  descending?: boolean;
}>;

export type Entry<Doc> = Readonly<{ key: string; position: bigint; doc: Doc }>;

/** `next` continues exactly behind the last entry, also when entries came or went in between; null at the end. */
export type Page<Doc> = Readonly<{ entries: readonly Entry<Doc>[]; next: string | null }>;

export type SumRow = Readonly<{ group: readonly Scalar[]; count: number; sums: readonly number[] }>;

/** Behind a document that was written as of `position`; without `key`, behind all that were. */
export type WritingPlace = Readonly<{ position: bigint; key?: string }>;

export interface ReadCollection<Doc extends object> {
  /** What it is called in the store. */
  readonly name: string;
  get(key: string): Promise<Entry<Doc> | null>;
  /** The documents that exist among `keys`, by key. */
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Entry<Doc>>>;
  /** Entries of the range in the order of the index columns, then the key; nulls first. @throws InvalidCursor */
  scan(range: Range, page: PageOptions): Promise<Page<Doc>>;
  /**
   * At most `limit` entries behind the place in the order of their positions, then keys: whoever goes on behind the last
   * one sees each document as last written. Deletions are not told.
   * @throws TypeError unless the collection is declared `inWritingOrder`
   */
  writtenAfter(place: WritingPlace, limit: number): Promise<readonly Entry<Doc>[]>;
  /**
   * At most `limit` entries of the union of disjoint ranges: by `orderBy`, a declared integer column, then the key (nulls
   * first, or last when descending); without it in no particular order.
   */
  find(ranges: readonly Range[], options: FindOptions<Doc>): Promise<readonly Entry<Doc>[]>;
  /**
   * Counts and sums over the union of disjoint ranges, by group; exact for integers up to 2^53. Nulls add nothing.
   * No rows when nothing matches. Groups come in no particular order.
   */
  sum(
    ranges: readonly Range[],
    by: Readonly<{ groupBy: readonly Extract<keyof Doc, string>[]; sums: readonly Extract<keyof Doc, string>[] }>,
  ): Promise<readonly SumRow[]>;
}

/**
 * Put (`doc`) or delete (`null`) a document as of a log position. It takes effect only when the stored document,
 * or its tombstone, is at a lower position: a repeated or late write changes nothing.
 */
export type Write = Readonly<{ collection: AnyCollectionSpec; key: string; position: bigint; doc: object | null }>;

/** How far a projection has come. `epoch` is the fencing token of the lease under which it wrote. */
export type Checkpoint = Readonly<{ projection: string; position: bigint; epoch: number }>;

/** Right to write under a name until `expiresAt` (milliseconds since 1970); a later holder has a higher `epoch`. */
export type Lease = Readonly<{ name: string; holder: string; epoch: number; expiresAt: number }>;

/** Default: `now`. */
export type EnsureOptions = Readonly<{ indexes?: 'now' | 'later' }>;

export const READ_STORE = Symbol('ReadStore');

/** The read models. They can be dropped and rebuilt from the log at any time. */
export interface ReadStore {
  /**
   * Creates what is missing of the collections and their indexes; harmless when repeated, also at the same time. With
   * `indexes: 'later'` only the collections, into which many documents are then written faster: an index that somebody needs
   * meanwhile is made for them, or done without, and all of them are when the collections are ensured again.
   */
  ensure(specs: readonly AnyCollectionSpec[], options?: EnsureOptions): Promise<void>;
  collection<Doc extends object>(spec: CollectionSpec<Doc>): ReadCollection<Doc>;
  /**
   * Writes, then moves the checkpoints: after a crash in between, repeating the batch changes nothing twice.
   * A checkpoint never moves backwards. The last write of a key in a batch must be the one with the highest position.
   * @throws Fenced when a checkpoint was written under a higher epoch: stop, somebody else has taken over
   */
  commit(batch: Readonly<{ writes: readonly Write[]; checkpoints: readonly Checkpoint[] }>): Promise<void>;
  checkpoint(projection: string): Promise<Checkpoint | null>;
  /** All of them, or those of a projection: under its name, and under names that begin with it and a slash. */
  checkpoints(projection?: string): Promise<readonly Checkpoint[]>;
  /** Takes or renews the lease for `milliseconds`; null while another holder has it. */
  acquireLease(name: string, holder: string, milliseconds: number): Promise<Lease | null>;
  releaseLease(lease: Lease): Promise<void>;
  /** The lease under that name, also one that has expired; null when nobody has it. */
  leaseOf(name: string): Promise<Lease | null>;
  /** The leases that somebody has under that name, and under names that begin with it and a slash, also expired ones. */
  leases(name: string): Promise<readonly Lease[]>;
  /** Drops the collections and forgets the projection's checkpoints (as for `checkpoints`), so that it starts anew. */
  reset(projection: string, specs: readonly AnyCollectionSpec[]): Promise<void>;
  /** Forgets the checkpoints of a projection and drops collections by name, for good; of what is not there, nothing. */
  drop(projection: string, collections: readonly string[]): Promise<void>;
  /** Leaves no trace in the files of this machine of what was overwritten or deleted; a server looks after its own. */
  scrub(): Promise<void>;
  /** Resolves when the store answers. @throws ReadStoreUnavailable */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A later holder of the lease has written: this writer must stop. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

export class ReadStoreUnavailable extends Error {
  override readonly name = 'ReadStoreUnavailable';
}
