import { v5 as uuidv5 } from 'uuid';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import type { Jobs } from '#jobs/jobs.js';
import { instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { enqueueDeliveries } from './deliver-notification/deliver-notification-job.js';
import type { Channel, NotificationRaised } from './domain/notification.events.js';
import { notificationDecider } from './domain/notification.state.js';
import { raiseNotification as raise } from './domain/raise-notification.js';

/** `cause` and the recipient name the notification: who was told of it is never told again. */
export type Notice = Readonly<{ cause: string }> &
  Pick<NotificationRaised['data'], 'recipientId' | 'topic' | 'subject' | 'text' | 'about'>;

export const notificationIdOf = ({ recipientId, cause }: Pick<Notice, 'recipientId' | 'cause'>): string =>
  uuidv5(`notification of ${recipientId}: ${cause}`, ANNALS_NAMESPACE);

type NoticeDependencies = Readonly<{ runner: CommandRunner; jobs: Jobs; settings: Settings }>;

/** Tells somebody something, once: in their list, and by mail and webhook where these are set. Repeatable at any time. */
export const raiseNotification = async (
  { runner, jobs, settings }: NoticeDependencies,
  { cause, ...notice }: Notice,
): Promise<void> => {
  const notificationId = notificationIdOf({ recipientId: notice.recipientId, cause });
  const context = {
    commandId: uuidv5(`raise ${notificationId}`, ANNALS_NAMESPACE),
    actor: { id: 'system', role: 'admin' },
    now: instantOf(Date.now()),
    source: 'job',
    correlationId: notificationId,
  } as const;
  const channels: readonly Channel[] = [
    ...(settings.smtpUrl === null ? [] : (['email'] as const)),
    ...(settings.webhookUrl === null ? [] : (['webhook'] as const)),
  ];
  const answer = await runner.create(notificationDecider, notificationId, context, (notification) =>
    raise({ ...notice, notificationId, channels }, notification),
  );
  if (isRejected(answer)) throw new Error(answer.detail);
  const raised = await runner.state(notificationDecider, notificationId);
  if (raised !== null) await enqueueDeliveries(jobs, raised);
};
