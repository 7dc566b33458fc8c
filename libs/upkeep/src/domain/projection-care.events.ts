import type { DomainEvent } from '#kernel/event.js';

/** A key of a projection, and the position of its event that could not be folded when this was ordered. */
type ParkedEvent = Readonly<{ projection: string; key: string; position: string }>;

/** What waits of the key is to be folded, as far as it can be now. */
export type ParkedKeyRetried = DomainEvent<'ParkedKeyRetried', ParkedEvent>;

/** The event is to be left out of the read model for good, and what waits behind it folded. */
export type ParkedEventReleased = DomainEvent<'ParkedEventReleased', ParkedEvent>;

/** The next generation of the read model is to be built beside the one that is shown, and shown then. */
export type ProjectionRebuildOrdered = DomainEvent<'ProjectionRebuildOrdered', Readonly<{ projection: string }>>;

/** The generation that was shown before is to be brought up to date, and shown again. */
export type ProjectionRollbackOrdered = DomainEvent<'ProjectionRollbackOrdered', Readonly<{ projection: string }>>;

export type ParkedKeyEvent = ParkedKeyRetried | ParkedEventReleased;
export type GenerationEvent = ProjectionRebuildOrdered | ProjectionRollbackOrdered;
export type ProjectionCareEvent = ParkedKeyEvent | GenerationEvent;
