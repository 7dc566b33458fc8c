import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import { asError } from '#jobs/job-policy.js';
import type { Job, Jobs } from '#jobs/jobs.js';
import { DAY_MS, instantOf, millisecondsOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import type { Mailer } from '#mail/mailer.js';
import { repDecider } from '#people/people.contract.js';
import { type HeadSources, scanAtHead } from '#projections/scan-at-head.js';
import { stateNow } from '#projections/versions.js';
import { deliverNotification } from '../domain/deliver-notification.js';
import { failDelivery } from '../domain/fail-delivery.js';
import { giveUpNotification } from '../domain/give-up-notification.js';
import type { Channel, NotificationEvent } from '../domain/notification.events.js';
import { type Notification, notificationDecider, outstandingOf, triesOf } from '../domain/notification.state.js';
import { notifications } from '../own-notifications/notifications.projection.js';
import { sendWebhook } from './send-webhook.js';

export type DeliveryDependencies = Readonly<{ runner: CommandRunner; settings: Settings; mailer: Mailer | null }>;

type Payload = Readonly<{ notificationId: string; channel: Channel }>;

const TYPE = 'deliver-notification';
/** With delays that double from a second to five minutes: half an hour. What is still outstanding then is taken up anew. */
const ATTEMPTS = 14;
/** For so long it is tried, and as often as one job may fail at the least: also after a day without a worker. */
const TRIED_FOR_MS = DAY_MS;

/** The job that it goes out by; one that was given up is over, and its retry another. */
const idOf = (notification: Notification, channel: Channel): string => {
  const { before } = triesOf(notification, channel);
  return `deliver-${channel}-${notification.notificationId}${before === 0 ? '' : `-${before}`}`;
};

/** Lets it go out by the channels that it has not gone out by; harmless when that is under way. */
export const enqueueDeliveries = async (jobs: Jobs, notification: Notification): Promise<void> => {
  for (const channel of outstandingOf(notification)) {
    const payload: Payload = { notificationId: notification.notificationId, channel };
    await jobs.enqueue(TYPE, payload, { id: idOf(notification, channel), attempts: ATTEMPTS });
  }
};

/** Lets this process send notifications; call before the jobs start. */
export const handleDeliveries = (jobs: Jobs, dependencies: DeliveryDependencies): void => {
  jobs.handle<Payload>(TYPE, (job) => deliver(dependencies, job));
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
    for (const channel of outstandingOf(notification)) await jobs.retry(idOf(notification, channel));
  }
};

/**
 * Sends it, then records that it was sent; or that nobody is there to read the mail, or that it has failed for long
 * enough. Killed in between it is sent once more, under the same id.
 */
const deliver = async (dependencies: DeliveryDependencies, job: Job<Payload>): Promise<void> => {
  const { notificationId, channel } = job.payload;
  const notification = await dependencies.runner.state(notificationDecider, notificationId);
  if (notification === null || !outstandingOf(notification).includes(channel)) return;
  let isSent: boolean;
  try {
    isSent = await send(dependencies, notification, job);
  } catch (error) {
    if (job.signal.aborted || !isTriedEnough(notification, job)) throw error;
    const { message } = asError(error);
    return record(dependencies, job, 'failed to go out', (state) => failDelivery(channel, message, state));
  }
  if (isSent) return record(dependencies, job, 'delivered', (state) => deliverNotification(channel, state));
  return record(dependencies, job, 'given up', (state) => giveUpNotification(channel, state));
};

const isTriedEnough = (notification: Notification, { payload, attempt }: Job<Payload>): boolean =>
  attempt >= ATTEMPTS && Date.now() - millisecondsOf(triesOf(notification, payload.channel).since) >= TRIED_FOR_MS;

const record = async (
  { runner }: DeliveryDependencies,
  { id, payload: { notificationId, channel } }: Job<Payload>,
  what: string,
  decide: (state: Notification) => readonly NotificationEvent[],
): Promise<void> => {
  const context = contextOf(notificationId, `${what} by ${channel}`, id);
  const answer = await runner.change(notificationDecider, notificationId, context, decide);
  if (isRejected(answer)) throw new Error(answer.detail);
};

/** False when there is nobody to send it to. */
const send = async (
  dependencies: DeliveryDependencies,
  notification: Notification,
  { payload, signal }: Job<Payload>,
): Promise<boolean> => {
  if (payload.channel === 'email') return sendMail(dependencies, notification);
  await sendWebhook(dependencies.settings, notification, signal);
  return true;
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

const contextOf = (notificationId: string, what: string, jobId: string): CommandContext => ({
  commandId: uuidv5(`notification ${notificationId} ${what} ${jobId}`, ANNALS_NAMESPACE),
  actor: { id: 'system', role: 'admin' },
  now: instantOf(Date.now()),
  source: 'job',
  correlationId: notificationId,
});
