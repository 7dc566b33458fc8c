import type { DomainEvent } from '#kernel/event.js';
import type { ParkedOrder } from '#projections/parked-orders.js';
import type { GenerationOrder } from '#projections/rebuilds.js';
import type { GenerationEvent, ParkedKeyEvent } from './domain/projection-care.events.js';
import * as state from './domain/projection-care.state.js';

export const projectionCareDecider = state.projectionCareDecider;

/** What the event orders about a parked key; null when it orders no such thing. */
export const parkedOrderOf = (event: DomainEvent): ParkedOrder | null => {
  const { type, data } = event as ParkedKeyEvent;
  if (type !== 'ParkedKeyRetried' && type !== 'ParkedEventReleased') return null;
  return { ...data, releases: type === 'ParkedEventReleased' };
};

/** What the event orders about a generation; null when it orders no such thing. */
export const generationOrderOf = (event: DomainEvent): GenerationOrder | null => {
  const { type, data } = event as GenerationEvent;
  if (type !== 'ProjectionRebuildOrdered' && type !== 'ProjectionRollbackOrdered') return null;
  return { projection: data.projection, kind: type === 'ProjectionRebuildOrdered' ? 'rebuild' : 'rollback' };
};
