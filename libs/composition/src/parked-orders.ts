import type { ParkedOrders } from '#projections/parked-orders.js';
import { parkedOrderOf, projectionCareDecider } from '#upkeep/upkeep.contract.js';

/** What somebody orders about parked keys, as the log says it. */
export const parkedOrders: ParkedOrders = {
  storedTypes: Object.values(projectionCareDecider.types),
  orderOf: parkedOrderOf,
};
