import type { Channel, NotificationGivenUp } from './notification.events.js';
import { type Notification, outstandingOf } from './notification.state.js';

/** For when the recipient has left. */
export const giveUpNotification = (channel: Channel, notification: Notification): readonly NotificationGivenUp[] => {
  const { notificationId } = notification;
  if (!outstandingOf(notification).includes(channel)) return [];
  return [{ type: 'NotificationGivenUp', data: { notificationId, channel, reason: 'recipientDeparted' } }];
};
