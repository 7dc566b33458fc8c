import type { Role } from '#kernel/actor.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { CollectionSpec, Scalar } from '#read-store/read-store.js';
import { type AnyProjection, type Projection, recordIdOf } from './projection.js';

/** A record's state from `validFrom` on, as recorded at `recordedAt`, after the event at `revision`. */
export type Version<S> = Readonly<{ validFrom: Instant; recordedAt: Instant; revision: number; state: S }>;

/** All states a record ever had, oldest first; `columns` of the latest one make it findable. */
export type Versions<S> = Readonly<{ id: string; versions: readonly Version<S>[] }>;

/** A read model made by `versionsOf`. */
export type VersionsProjection<S> = Pick<AnyProjection, 'name' | 'version'> &
  Readonly<{ documents: CollectionSpec<Versions<S>> }>;

/**
 * A read model of every state that each record of a decider ever had: small records (reps, teams, processes,
 * quotas), so that any instant on both time axes is answered from one document.
 */
export const versionsOf = <S, E extends DomainEvent>(
  decider: Decider<S | null, E>,
  options: Readonly<{
    name: string;
    version: number;
    /** As in `Projection`. */
    holdsPersonalData?: boolean;
    /** As in `Projection`. */
    readers?: readonly Role[];
    /** Top-level properties to find records by, taken from the latest state. */
    columns?: Readonly<Record<string, 'text' | 'integer'>>;
    indexes?: Readonly<Record<string, readonly string[]>>;
    columnsOf?: (state: S) => Readonly<Record<string, Scalar>>;
  }>,
): Projection<E, Versions<S>> => ({
  name: options.name,
  version: options.version,
  ...(options.holdsPersonalData !== undefined && { holdsPersonalData: options.holdsPersonalData }),
  ...(options.readers !== undefined && { readers: options.readers }),
  types: Object.keys(decider.types) as E['type'][],
  documents: {
    name: `${options.name.replaceAll('-', '_')}_v${options.version}`,
    columns: { id: 'text', ...options.columns },
    indexes: { byId: ['id'], ...options.indexes },
    inWritingOrder: true,
  } as CollectionSpec<Versions<S>>,
  keyOf: (event) => recordIdOf(event, decider.category),
  evolve: (doc, event) => {
    const { at } = event.meta;
    const last = doc?.versions.at(-1);
    const recordedAt = notBefore(last?.recordedAt, event.meta.recordedAt);
    const state = decider.evolve(last?.state ?? null, event, at);
    if (state === null) return { doc };
    const version = { validFrom: at, recordedAt, revision: Number(event.revision), state };
    const columns = options.columnsOf?.(state) ?? {};
    return {
      doc: { ...columns, id: recordIdOf(event, decider.category), versions: [...(doc?.versions ?? []), version] },
    };
  },
});

/** The clock of the log may go back: a record still knows of no version before the one that it grew from. */
const notBefore = (last: Instant | undefined, recordedAt: Instant): Instant =>
  last !== undefined && last > recordedAt ? last : recordedAt;

/** The state that was true at `asOf`, by what was recorded at `knownAt`; null when there was none yet. */
export const stateAt = <S>(doc: Versions<S> | null | undefined, asOf: Instant, knownAt: Instant): S | null =>
  versionAt(doc, asOf, knownAt)?.state ?? null;

/** The version that was true at `asOf`, by what was recorded at `knownAt`. */
export const versionAt = <S>(doc: Versions<S> | null | undefined, asOf: Instant, knownAt: Instant): Version<S> | null =>
  doc?.versions.findLast(({ validFrom, recordedAt }) => validFrom <= asOf && recordedAt <= knownAt) ?? null;

/** The state after everything that is stored; null when there is none. */
export const stateNow = <S>(doc: Versions<S> | null | undefined): S | null => doc?.versions.at(-1)?.state ?? null;
