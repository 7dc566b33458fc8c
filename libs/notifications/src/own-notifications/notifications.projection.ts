import { versionsOf } from '#projections/versions.js';
import { notificationDecider, outstandingOf } from '../domain/notification.state.js';

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
    delivery: outstandingOf(state).length > 0 ? 'outstanding' : 'done',
  }),
});
