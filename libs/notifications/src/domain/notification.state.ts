import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { Channel, NotificationEvent, NotificationRaised } from './notification.events.js';

export type Notification = NotificationRaised['data'] &
  Readonly<{
    raisedAt: Instant;
    readAt: Instant | null;
    delivered: readonly Channel[];
    /** The channels by which it will not go out. Left out: none. */
    givenUp?: readonly Channel[];
  }>;

/** The channels by which it is still to go out. */
export const outstandingOf = ({ channels, delivered, givenUp = [] }: Notification): readonly Channel[] =>
  channels.filter((channel) => !delivered.includes(channel) && !givenUp.includes(channel));

export const notificationDecider: Decider<Notification | null, NotificationEvent> = {
  category: 'notification',
  types: {
    NotificationRaised: 'notification-raised.v1',
    NotificationDelivered: 'notification-delivered.v1',
    NotificationGivenUp: 'notification-given-up.v1',
    NotificationRead: 'notification-read.v1',
  },
  initial: null,
  evolve: (notification, event, at) => {
    if (event.type === 'NotificationRaised') return { ...event.data, raisedAt: at, readAt: null, delivered: [] };
    if (notification === null) throw new Error(`${event.type} before NotificationRaised`);
    switch (event.type) {
      case 'NotificationDelivered':
        return { ...notification, delivered: [...notification.delivered, event.data.channel] };
      case 'NotificationGivenUp':
        return { ...notification, givenUp: [...(notification.givenUp ?? []), event.data.channel] };
      case 'NotificationRead':
        return { ...notification, readAt: at };
    }
  },
};
