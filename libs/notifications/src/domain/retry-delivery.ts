import { type Outcome, reject } from '#kernel/outcome.js';
import type { Channel, NotificationDeliveryRetried } from './notification.events.js';
import { type Notification, outstandingOf } from './notification.state.js';

export type RetryDeliveryRefusal = 'DeliveryNotFailed';

export const retryDelivery = (
  channel: Channel,
  notification: Notification,
): Outcome<NotificationDeliveryRetried, RetryDeliveryRefusal> => {
  const { notificationId, failed = [] } = notification;
  if (failed.some((one) => one.channel === channel)) {
    return [{ type: 'NotificationDeliveryRetried', data: { notificationId, channel } }];
  }
  if (outstandingOf(notification).includes(channel)) return [];
  return reject('DeliveryNotFailed', `The notification did not fail to go out by ${channel}`);
};
