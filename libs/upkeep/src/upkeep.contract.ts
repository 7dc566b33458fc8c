import type { DomainEvent } from '#kernel/event.js';
import type { ParkedOrder } from '#projections/parked-orders.js';
import type { ProjectionCareEvent } from './domain/projection-care.events.js';
import * as state from './domain/projection-care.state.js';

export const projectionCareDecider = state.projectionCareDecider;

/** What the event orders the projector to do; null when it is none of these events. */
export const parkedOrderOf = (event: DomainEvent): ParkedOrder | null => {
  if (!Object.hasOwn(projectionCareDecider.types, event.type)) return null;
  const { type, data } = event as ProjectionCareEvent;
  return { ...data, releases: type === 'ParkedEventReleased' };
};
