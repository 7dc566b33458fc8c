import type { Decider } from '#kernel/event.js';
import type { ProjectionCareEvent } from './projection-care.events.js';

/** What somebody ordered about a projection, by its name. What came of it is in the read store, not in the log. */
export type ProjectionCare = Readonly<{ projection: string }>;

export const projectionCareDecider: Decider<ProjectionCare | null, ProjectionCareEvent> = {
  category: 'projection',
  types: { ParkedKeyRetried: 'parked-key-retried.v1', ParkedEventReleased: 'parked-event-released.v1' },
  initial: null,
  evolve: (_care, event) => {
    switch (event.type) {
      case 'ParkedKeyRetried':
      case 'ParkedEventReleased':
        return { projection: event.data.projection };
    }
  },
};
