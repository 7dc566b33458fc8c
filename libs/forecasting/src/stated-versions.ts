import type { DomainEvent } from '#kernel/event.js';
import type { Projection } from '#projections/projection.js';
import type { Versions } from '#projections/versions.js';

/** Who stated something. */
export type StatedBy = Readonly<{ by: string }>;

/** The same read model, whose versions also tell who stated each. */
export const statedVersions = <S extends object, E extends DomainEvent>(
  versions: Projection<E, Versions<S>>,
): Projection<E, Versions<S & StatedBy>> => ({
  ...(versions as Projection<E, Versions<S & StatedBy>>),
  evolve: (doc, event) => {
    const folded = versions.evolve(doc, event).doc;
    const latest = folded?.versions.at(-1);
    if (folded === null || latest === undefined) return { doc };
    const stated = { ...latest, state: { ...latest.state, by: event.meta.by } };
    return { doc: { ...folded, versions: [...(doc?.versions ?? []), stated] } };
  },
});
