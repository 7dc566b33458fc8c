import type { DomainEvent } from '#kernel/event.js';

/** Beside the list that everybody has in the program. */
export const CHANNELS = ['email', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a notification is about; null: nothing that can be looked up. */
export type NotificationSubject = Readonly<{ kind: string; id: string; period: string | null }> | null;

/**
 * Somebody was told something, in these words. `topic` is for programs (`quotaMet`); `channels` are the ways by which it
 * goes out beside the list of the recipient.
 */
export type NotificationRaised = DomainEvent<
  'NotificationRaised',
  Readonly<{
    notificationId: string;
    recipientId: string;
    topic: string;
    subject: string;
    text: string;
    about: NotificationSubject;
    channels: readonly Channel[];
  }>
>;

/** The mail server, or the receiver of the webhook, has accepted it. */
export type NotificationDelivered = DomainEvent<
  'NotificationDelivered',
  Readonly<{ notificationId: string; channel: Channel }>
>;

/** It will not go out by that channel: nobody is there any more to be told. */
export type NotificationGivenUp = DomainEvent<
  'NotificationGivenUp',
  Readonly<{ notificationId: string; channel: Channel; reason: 'recipientDeparted' }>
>;

/** Tried again and again, it has not gone out by that channel, and is tried no more. `error`: the last one. */
export type NotificationDeliveryFailed = DomainEvent<
  'NotificationDeliveryFailed',
  Readonly<{ notificationId: string; channel: Channel; error: string }>
>;

/** What had failed is to be tried again. */
export type NotificationDeliveryRetried = DomainEvent<
  'NotificationDeliveryRetried',
  Readonly<{ notificationId: string; channel: Channel }>
>;

export type NotificationRead = DomainEvent<'NotificationRead', Readonly<{ notificationId: string }>>;

export type NotificationEvent =
  | NotificationRaised
  | NotificationDelivered
  | NotificationGivenUp
  | NotificationDeliveryFailed
  | NotificationDeliveryRetried
  | NotificationRead;
