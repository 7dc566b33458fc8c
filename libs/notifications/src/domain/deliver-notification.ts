import type { Channel, NotificationDelivered } from './notification.events.js';
import { type Notification, outstandingOf } from './notification.state.js';

export const deliverNotification = (channel: Channel, notification: Notification): readonly NotificationDelivered[] => {
  const { notificationId } = notification;
  if (!outstandingOf(notification).includes(channel)) return [];
  return [{ type: 'NotificationDelivered', data: { notificationId, channel } }];
};
