import { versionsOf } from '#projections/versions.js';
import {
  type DeliveryState,
  deliveriesOf,
  type Notification,
  notificationDecider,
} from '../domain/notification.state.js';

/** Who was told what, whether they have read it, and what is still to go out. */
export const notifications = versionsOf(notificationDecider, {
  name: 'notifications',
  version: 1,
  // Everybody reads their own by a route; as a whole it says what everybody was told.
  readers: [],
  columns: { recipientId: 'text', raisedAt: 'text', delivery: 'text' },
  indexes: { byRecipient: ['recipientId', 'raisedAt', 'id'], byDelivery: ['delivery', 'id'] },
  columnsOf: (state) => ({
    recipientId: state.recipientId,
    raisedAt: state.raisedAt,
    delivery: deliveryOf(state),
  }),
});

/** Of all its deliveries the one that there is most to do about. */
const deliveryOf = (notification: Notification): 'outstanding' | 'failed' | 'done' => {
  const states: readonly DeliveryState[] = deliveriesOf(notification).map(({ state }) => state);
  if (states.includes('outstanding')) return 'outstanding';
  return states.includes('failed') ? 'failed' : 'done';
};
