import { type Outcome, reject } from '#kernel/outcome.js';
import type { ProjectionCareEvent } from './projection-care.events.js';

export type ParkedKeyOrder = 'retry' | 'release';

export type OrderParkedKey = Readonly<{
  projection: string;
  key: string;
  order: ParkedKeyOrder;
  /** Position of the event of the key that could not be folded; null when nothing of it is parked. */
  parkedAt: string | null;
}>;

export type OrderParkedKeyRefusal = 'NothingParked';

export const orderParkedKey = ({
  projection,
  key,
  order,
  parkedAt: position,
}: OrderParkedKey): Outcome<ProjectionCareEvent, OrderParkedKeyRefusal> => {
  if (position === null) return reject('NothingParked', `Nothing of ${key} is parked in ${projection}`);
  const type = order === 'retry' ? 'ParkedKeyRetried' : 'ParkedEventReleased';
  return [{ type, data: { projection, key, position } }];
};
