import type { DomainEvent } from '#kernel/event.js';

/** A key of a projection, and the position of its event that could not be folded when this was ordered. */
type ParkedEvent = Readonly<{ projection: string; key: string; position: string }>;

/** What waits of the key is to be folded, as far as it can be now. */
export type ParkedKeyRetried = DomainEvent<'ParkedKeyRetried', ParkedEvent>;

/** The event is to be left out of the read model for good, and what waits behind it folded. */
export type ParkedEventReleased = DomainEvent<'ParkedEventReleased', ParkedEvent>;

export type ProjectionCareEvent = ParkedKeyRetried | ParkedEventReleased;
