import type { Settings } from '#config/settings.js';
import { erasedCustomerOf, erasureCompleted } from '#customers/erasure.contract.js';
import { streamsOfCustomer } from '#history/customer-timeline/customer-facts.js';
import { customerTimeline } from '#history/customer-timeline/customer-timeline.projection.js';
import type { KeyRing } from '#privacy/key-ring.js';
import type { Forgetting } from '#projections/forgetting.js';
import { forgetReplays } from '#replays/replay/forget-replays.js';

/** Makes the read models, and replays of them, forget an erased customer where the log says that it has. */
export const forgettingWith = (keys: KeyRing, settings: Pick<Settings, 'dataDir'>): Forgetting => ({
  storedType: erasureCompleted,
  // The key is gone already, unless the log is another store's or the key store a backup's: then it goes now.
  onForgotten: async (event) => {
    const customerId = erasedCustomerOf(event);
    if ((await keys.reload(customerId)) !== null) await keys.destroy(customerId);
    await forgetReplays(settings);
  },
  index: customerTimeline,
  streamsOf: (reads, event) => streamsOfCustomer(reads, erasedCustomerOf(event)),
});
