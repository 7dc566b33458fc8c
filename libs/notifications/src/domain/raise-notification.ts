import type { NotificationRaised } from './notification.events.js';
import type { Notification } from './notification.state.js';

/** Who was told is not told again, in whatever words. */
export const raiseNotification = (
  data: NotificationRaised['data'],
  notification: Notification | null,
): readonly NotificationRaised[] => (notification === null ? [{ type: 'NotificationRaised', data }] : []);
