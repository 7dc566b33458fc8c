import type { ParkedOrders } from '#projections/parked-orders.js';
import type { RebuildsOptions } from '#projections/rebuilds.js';
import { generationOrderOf, parkedOrderOf, projectionCareDecider } from '#upkeep/upkeep.contract.js';

const { types } = projectionCareDecider;

/** What somebody orders about parked keys, as the log says it. */
export const parkedOrders: ParkedOrders = {
  storedTypes: [types.ParkedKeyRetried, types.ParkedEventReleased],
  orderOf: parkedOrderOf,
};

/** What somebody orders about generations of read models, as the log says it. */
export const generationOrders: Pick<RebuildsOptions, 'storedTypes' | 'orderOf'> = {
  storedTypes: [types.ProjectionRebuildOrdered, types.ProjectionRollbackOrdered],
  orderOf: generationOrderOf,
};
