import type { Decider } from '#kernel/event.js';
import type { ProjectionCareEvent } from './projection-care.events.js';

/** What somebody ordered about a projection, by its name. What came of it is in the read store, not in the log. */
export type ProjectionCare = Readonly<{ projection: string }>;

export const projectionCareDecider: Decider<ProjectionCare | null, ProjectionCareEvent> = {
  category: 'projection',
  types: {
    ParkedKeyRetried: 'parked-key-retried.v1',
    ParkedEventReleased: 'parked-event-released.v1',
    ProjectionRebuildOrdered: 'projection-rebuild-ordered.v1',
    ProjectionRollbackOrdered: 'projection-rollback-ordered.v1',
  },
  initial: null,
  evolve: (_care, event) => {
    switch (event.type) {
      case 'ParkedKeyRetried':
      case 'ParkedEventReleased':
      case 'ProjectionRebuildOrdered':
      case 'ProjectionRollbackOrdered':
        return { projection: event.data.projection };
    }
  },
};
