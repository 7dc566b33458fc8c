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
    /** The deliveries that failed and are not to be tried again. Left out: none. */
    failed?: readonly FailedDelivery[];
    /** When deliveries that had failed were ordered to be tried again. Left out: never. */
    retried?: readonly Readonly<{ channel: Channel; at: Instant }>[];
  }>;

export type FailedDelivery = Readonly<{ channel: Channel; at: Instant; error: string }>;

/** Since when it is tried by that channel, and how often that had been given up before. */
export const triesOf = (
  { raisedAt, retried = [] }: Notification,
  channel: Channel,
): Readonly<{ since: Instant; before: number }> => {
  const retries = retried.filter((one) => one.channel === channel);
  return { since: retries.at(-1)?.at ?? raisedAt, before: retries.length };
};

export const DELIVERY_STATES = ['outstanding', 'delivered', 'givenUp', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How it stands by one channel; `error` and `failedAt` are null unless it has failed. */
export type Delivery = Readonly<{
  channel: Channel;
  state: DeliveryState;
  error: string | null;
  failedAt: Instant | null;
}>;

export const deliveriesOf = ({ channels, delivered, givenUp = [], failed = [] }: Notification): readonly Delivery[] =>
  channels.map((channel) => {
    const failure = failed.find((one) => one.channel === channel);
    if (failure) return { channel, state: 'failed', error: failure.error, failedAt: failure.at };
    const isDelivered = delivered.includes(channel);
    const state = isDelivered ? 'delivered' : givenUp.includes(channel) ? 'givenUp' : 'outstanding';
    return { channel, state, error: null, failedAt: null };
  });

/** The channels by which it is still to go out. */
export const outstandingOf = (notification: Notification): readonly Channel[] =>
  deliveriesOf(notification).flatMap(({ channel, state }) => (state === 'outstanding' ? [channel] : []));

export const notificationDecider: Decider<Notification | null, NotificationEvent> = {
  category: 'notification',
  types: {
    NotificationRaised: 'notification-raised.v1',
    NotificationDelivered: 'notification-delivered.v1',
    NotificationGivenUp: 'notification-given-up.v1',
    NotificationDeliveryFailed: 'notification-delivery-failed.v1',
    NotificationDeliveryRetried: 'notification-delivery-retried.v1',
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
      case 'NotificationDeliveryFailed': {
        const { channel, error } = event.data;
        return { ...notification, failed: [...(notification.failed ?? []), { channel, at, error }] };
      }
      case 'NotificationDeliveryRetried': {
        const { channel } = event.data;
        const failed = (notification.failed ?? []).filter((one) => one.channel !== channel);
        return { ...notification, failed, retried: [...(notification.retried ?? []), { channel, at }] };
      }
      case 'NotificationRead':
        return { ...notification, readAt: at };
    }
  },
};
