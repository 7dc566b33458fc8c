import type { Channel, NotificationDeliveryFailed } from './notification.events.js';
import { type Notification, outstandingOf } from './notification.state.js';

/** As much of an error as tells what to do about it. */
const LONGEST_ERROR = 300;
/** Mail servers repeat the address that they refuse; who it was for is on record without it. */
const ADDRESS = /[^\s<>:;,"']+@[^\s<>:;,"']+/g;

/** For when it has been tried for long enough; `error` is the last one. */
export const failDelivery = (
  channel: Channel,
  error: string,
  notification: Notification,
): readonly NotificationDeliveryFailed[] => {
  const { notificationId } = notification;
  if (!outstandingOf(notification).includes(channel)) return [];
  const told = error.replace(ADDRESS, '(address)').slice(0, LONGEST_ERROR);
  return [{ type: 'NotificationDeliveryFailed', data: { notificationId, channel, error: told } }];
};
