import type { DomainEvent } from '#kernel/event.js';

/** A team took up its place: under its parent, or at the top when there is none. */
export type TeamFormed = DomainEvent<'TeamFormed', Readonly<{ teamId: string; name: string; parentId: string | null }>>;

export type TeamEvent = TeamFormed;
