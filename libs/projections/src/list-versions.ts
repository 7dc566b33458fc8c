import type { Instant } from '#kernel/instant.js';
import type { CollectionSpec, Range, ReadStore } from '#read-store/read-store.js';
import { fillPage, type ItemPage } from './fill-page.js';
import { type Version, type Versions, versionAt } from './versions.js';

export type VersionsQuery<S> = Readonly<{
  at: Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;
  /** Finds by index those that match now. */
  range: Range;
  /** The same condition on a state: for any other instant all records are looked through. */
  matches: (state: S) => boolean;
  page: Readonly<{ limit?: number; cursor?: string }>;
}>;

/** A page of the records that matched at an instant, as they stood then. */
export const listVersions = <S>(
  store: ReadStore,
  documents: CollectionSpec<Versions<S>>,
  { at, range, matches, page }: VersionsQuery<S>,
): Promise<ItemPage<Version<S> & Readonly<{ id: string }>>> =>
  fillPage(store.collection(documents), at.latest ? range : { index: 'byId' }, page, (doc) => {
    const version = versionAt(doc, at.asOf, at.knownAt);
    return version && matches(version.state) ? { id: doc.id, ...version } : null;
  });
