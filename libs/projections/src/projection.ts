import type { Role } from '#kernel/actor.js';
import type { DomainEvent, Recorded } from '#kernel/event.js';
import type { CollectionSpec } from '#read-store/read-store.js';

/** What folding one event gives: the document, and the rows of the second collection that it changes. */
export type Fold<Doc extends object, Row extends object> = Readonly<{
  doc: Doc | null;
  /** Put or (null) delete by key. Rows of one document are written by events of that document only. */
  rows?: readonly (readonly [key: string, row: Row | null])[];
}>;

/**
 * A read model: one document per key, folded from the log in order, and beside it, if `rows` is given, any number of
 * rows that can be found by index. It must be a pure function of the events of its key: then the document at a
 * position is unique, and writing it again is harmless. A changed shape gets a new `version` and new collections.
 */
export type Projection<E extends DomainEvent, Doc extends object, Row extends object = object> = Readonly<{
  /** Named by the question it answers. */
  name: string;
  version: number;
  /** The events it folds; the others are ignored. */
  types: readonly E['type'][];
  /**
   * Its documents and rows say what was erased when somebody is. Then those of their streams are folded anew: so each
   * document must be folded from one stream.
   */
  holdsPersonalData?: boolean;
  /** It says nothing of the data of an event but that there is one: so it folds those that cannot be read too. */
  takesUnreadable?: boolean;
  /** Who, beside admins, may read its documents as they are, whosever they are. Default: everybody who may read. */
  readers?: readonly Role[];
  documents: CollectionSpec<Doc>;
  rows?: CollectionSpec<Row>;
  /** Key of the document that the event belongs to; null: none. */
  keyOf: (event: Recorded<E>) => string | null;
  evolve: (doc: Doc | null, event: Recorded<E>) => Fold<Doc, Row>;
}>;

// biome-ignore lint/suspicious/noExplicitAny: a list of projections of different events and documents
export type AnyProjection = Projection<any, any, any>;

/** The name under which its checkpoint is kept. */
export const checkpointName = ({ name, version }: Pick<AnyProjection, 'name' | 'version'>): string =>
  `${name}.v${version}`;

/** As `keyOf` says; of an event that cannot be read, and so may not tell, the name of its stream. */
export const keyIn = (projection: AnyProjection, event: Recorded): string | null => {
  if (event.unreadable === undefined) return projection.keyOf(event);
  try {
    const key: unknown = projection.keyOf(event);
    return typeof key === 'string' || key === null ? key : event.stream;
  } catch {
    return event.stream;
  }
};

/** Id of the record that an event belongs to: its stream without the category. */
export const recordIdOf = (event: Recorded, category: string): string => event.stream.slice(category.length + 1);
