import type { DomainEvent } from '#kernel/event.js';

/** A team took up its place: under its parent, or at the top when there is none. */
export type TeamFormed = DomainEvent<'TeamFormed', Readonly<{ teamId: string; name: string; parentId: string | null }>>;

export type TeamRenamed = DomainEvent<'TeamRenamed', Readonly<{ teamId: string; from: string; to: string }>>;

/** A team came under another one, with all that is below it; null: to the top. */
export type TeamMoved = DomainEvent<'TeamMoved', Readonly<{ teamId: string; from: string | null; to: string | null }>>;

export type TeamEvent = TeamFormed | TeamRenamed | TeamMoved;
