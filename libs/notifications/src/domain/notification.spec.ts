import { expect, it } from 'vitest';
import { deliverNotification } from './deliver-notification.js';
import { failDelivery } from './fail-delivery.js';
import { giveUpNotification } from './give-up-notification.js';
import type { NotificationEvent, NotificationRaised } from './notification.events.js';
import { type Notification, notificationDecider, outstandingOf, triesOf } from './notification.state.js';
import { raiseNotification } from './raise-notification.js';
import { readNotification } from './read-notification.js';
import { retryDelivery } from './retry-delivery.js';

const AT = '2020-01-01T00:00:00.000Z';

const data: NotificationRaised['data'] = {
  ...{ notificationId: 'n', recipientId: 'ann', topic: 'quotaMet', subject: 'Met', text: 'Well done' },
  ...{ about: null, channels: ['email', 'webhook'] },
};

const after = (...events: readonly NotificationEvent[]): Notification => {
  const state = events.reduce<Notification | null>((so, event) => notificationDecider.evolve(so, event, AT), null);
  if (state === null) throw new Error('No event');
  return state;
};

const raised: NotificationRaised = { type: 'NotificationRaised', data };
const mailed: NotificationEvent = { type: 'NotificationDelivered', data: { notificationId: 'n', channel: 'email' } };

it('is raised once, whatever it is told again', () => {
  expect(raiseNotification(data, null)).toEqual([raised]);
  expect(raiseNotification({ ...data, text: 'Other words' }, after(raised))).toEqual([]);
});

it('is delivered once by each of its channels, and by no other', () => {
  expect(deliverNotification('email', after(raised))).toEqual([mailed]);
  expect(deliverNotification('email', after(raised, mailed))).toEqual([]);
  expect(outstandingOf(after(raised, mailed))).toEqual(['webhook']);
  const unheard: NotificationRaised = { ...raised, data: { ...data, channels: [] } };
  expect(deliverNotification('email', after(unheard))).toEqual([]);
});

it('is given up once by a channel, and goes out by the others', () => {
  const data = { notificationId: 'n', channel: 'email', reason: 'recipientDeparted' } as const;
  const givenUp: NotificationEvent = { type: 'NotificationGivenUp', data };
  expect(giveUpNotification('email', after(raised))).toEqual([givenUp]);
  expect(giveUpNotification('email', after(raised, givenUp))).toEqual([]);
  expect(giveUpNotification('email', after(raised, mailed))).toEqual([]);
  expect(deliverNotification('email', after(raised, givenUp))).toEqual([]);
  expect(outstandingOf(after(raised, givenUp))).toEqual(['webhook']);
});

it('fails once by a channel, without the address that it was for, and goes out by the others', () => {
  const failed = failDelivery('email', '550 no such user: <ann@example.com>', after(raised));
  const error = '550 no such user: <(address)>';
  expect(failed).toEqual([
    { type: 'NotificationDeliveryFailed', data: { notificationId: 'n', channel: 'email', error } },
  ]);
  expect(failDelivery('email', 'again', after(raised, ...failed))).toEqual([]);
  expect(outstandingOf(after(raised, ...failed))).toEqual(['webhook']);
  expect(failDelivery('email', 'late', after(raised, mailed))).toEqual([]);
});

it('is tried again when it has failed, and only then', () => {
  const failed = failDelivery('email', 'no', after(raised));
  const retried: NotificationEvent = {
    ...{ type: 'NotificationDeliveryRetried', data: { notificationId: 'n', channel: 'email' } },
  };
  expect(retryDelivery('email', after(raised, ...failed))).toEqual([retried]);
  expect(retryDelivery('email', after(raised))).toEqual([]);
  expect(retryDelivery('email', after(raised, mailed))).toMatchObject({ rejected: 'DeliveryNotFailed' });
  const again = after(raised, ...failed, retried);
  expect(outstandingOf(again)).toEqual(['email', 'webhook']);
  expect(triesOf(again, 'email')).toEqual({ since: AT, before: 1 });
  expect(triesOf(again, 'webhook')).toEqual({ since: AT, before: 0 });
});

it('is read once', () => {
  const read: NotificationEvent = { type: 'NotificationRead', data: { notificationId: 'n' } };
  expect(readNotification(after(raised))).toEqual([read]);
  expect(readNotification(after(raised, read))).toEqual([]);
  expect(after(raised, read).readAt).toBe(AT);
});
