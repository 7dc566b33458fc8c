import type { NotificationRead } from './notification.events.js';
import type { Notification } from './notification.state.js';

export const readNotification = ({ notificationId, readAt }: Notification): readonly NotificationRead[] =>
  readAt === null ? [{ type: 'NotificationRead', data: { notificationId } }] : [];
