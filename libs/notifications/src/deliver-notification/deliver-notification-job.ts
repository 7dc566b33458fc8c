import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import type { Jobs } from '#jobs/jobs.js';
import { instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import type { Mailer } from '#mail/mailer.js';
import { repDecider } from '#people/people.contract.js';
import { type HeadSources, scanAtHead } from '#projections/scan-at-head.js';
import { stateNow } from '#projections/versions.js';
import { deliverNotification } from '../domain/deliver-notification.js';
import { giveUpNotification } from '../domain/give-up-notification.js';
import type { Channel } from '../domain/notification.events.js';
import { type Notification, notificationDecider, outstandingOf } from '../domain/notification.state.js';
import { notifications } from '../own-notifications/notifications.projection.js';
import { sendWebhook } from './send-webhook.js';

export type DeliveryDependencies = Readonly<{ runner: CommandRunner; settings: Settings; mailer: Mailer | null }>;

type Payload = Readonly<{ notificationId: string; channel: Channel }>;

const TYPE = 'deliver-notification';
/** With delays that double from a second to five minutes: half an hour. */
const ATTEMPTS = 14;

const idOf = ({ notificationId, channel }: Payload): string => `deliver-${channel}-${notificationId}`;

/** Lets it go out by the channels that it has not gone out by; harmless when that is under way. */
export const enqueueDeliveries = async (jobs: Jobs, notification: Notification): Promise<void> => {
  for (const channel of outstandingOf(notification)) {
    const payload: Payload = { notificationId: notification.notificationId, channel };
    await jobs.enqueue(TYPE, payload, { id: idOf(payload), attempts: ATTEMPTS });
  }
};

/** Lets this process send notifications; call before the jobs start. */
export const handleDeliveries = (jobs: Jobs, dependencies: DeliveryDependencies): void => {
  jobs.handle<Payload>(TYPE, async ({ payload, signal }) => deliver(dependencies, payload, signal));
};

/**
 * Enqueues what the log says is still to go out: a process may have ended between the event and the job, or every
 * attempt may have failed.
 */
export const resumeDeliveries = async (jobs: Jobs, sources: HeadSources, signal: AbortSignal): Promise<void> => {
  const due = { index: 'byDelivery', equals: { delivery: 'outstanding' } };
  for await (const { doc } of scanAtHead(sources, notifications, due, signal)) {
    const notification = stateNow(doc);
    if (notification === null) continue;
    await enqueueDeliveries(jobs, notification);
    for (const channel of outstandingOf(notification)) await jobs.retry(idOf({ ...notification, channel }));
  }
};

/**
 * Sends it, then records that it was sent; or that nobody is there to read the mail. Killed in between it is sent once
 * more, under the same id.
 */
const deliver = async (
  dependencies: DeliveryDependencies,
  { notificationId, channel }: Payload,
  signal: AbortSignal,
): Promise<void> => {
  const { runner, settings } = dependencies;
  const notification = await runner.state(notificationDecider, notificationId);
  if (notification === null || !outstandingOf(notification).includes(channel)) return;
  let isSent = true;
  if (channel === 'webhook') await sendWebhook(settings, notification, signal);
  else isSent = await sendMail(dependencies, notification);
  const context = contextOf(notificationId, `${isSent ? 'delivered' : 'given up'} by ${channel}`);
  const answer = await runner.change(notificationDecider, notificationId, context, (state) =>
    isSent ? deliverNotification(channel, state) : giveUpNotification(channel, state),
  );
  if (isRejected(answer)) throw new Error(answer.detail);
};

/** False when the recipient has left. */
const sendMail = async ({ runner, mailer }: DeliveryDependencies, notification: Notification): Promise<boolean> => {
  const { notificationId: id, recipientId, subject, text } = notification;
  const recipient = await runner.state(repDecider, recipientId);
  if (recipient === null || recipient.departure !== null) return false;
  if (mailer === null) throw new Error('ANNALS_SMTP_URL is not set any more');
  await mailer.send({ id, to: recipient.email, subject, text });
  return true;
};

const contextOf = (notificationId: string, what: string): CommandContext => ({
  commandId: uuidv5(`notification ${notificationId} ${what}`, ANNALS_NAMESPACE),
  actor: { id: 'system', role: 'admin' },
  now: instantOf(Date.now()),
  source: 'job',
  correlationId: notificationId,
});
