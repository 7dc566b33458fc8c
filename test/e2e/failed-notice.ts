import type { CommandRunner } from '#commands/command-runner.js';
import { instantOf } from '#kernel/instant.js';
import { failDelivery } from '#notifications/domain/fail-delivery.js';
import type { NotificationRaised } from '#notifications/domain/notification.events.js';
import { notificationDecider } from '#notifications/domain/notification.state.js';
import { contextOf } from '#testing/open-stores.js';

const SYSTEM = { id: 'system', role: 'admin' } as const;

/** Tells Ann something by webhook, which has failed for good. */
export const raiseFailed = async (runner: CommandRunner, notificationId: string): Promise<void> => {
  const words = { topic: 'quotaMet', subject: 'Met', text: 'Well done', about: null };
  const raised: NotificationRaised = {
    type: 'NotificationRaised',
    data: { notificationId, recipientId: 'ann', channels: ['webhook'], ...words },
  };
  const context = () => contextOf(SYSTEM, instantOf(Date.now()));
  await runner.create(notificationDecider, notificationId, context(), () => [raised]);
  await runner.change(notificationDecider, notificationId, context(), (state) =>
    failDelivery('webhook', 'The webhook answered 500', state),
  );
};
