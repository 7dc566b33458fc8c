import { expect, it } from 'vitest';
import { deliverNotification } from './deliver-notification.js';
import { giveUpNotification } from './give-up-notification.js';
import type { NotificationEvent, NotificationRaised } from './notification.events.js';
import { type Notification, notificationDecider, outstandingOf } from './notification.state.js';
import { raiseNotification } from './raise-notification.js';
import { readNotification } from './read-notification.js';

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

it('is read once', () => {
  const read: NotificationEvent = { type: 'NotificationRead', data: { notificationId: 'n' } };
  expect(readNotification(after(raised))).toEqual([read]);
  expect(readNotification(after(raised, read))).toEqual([]);
  expect(after(raised, read).readAt).toBe(AT);
});
