import { createHmac } from 'node:crypto';
import type { Settings } from '#config/settings.js';
import type { Notification } from '../domain/notification.state.js';

const TIMEOUT_MS = 10_000;

/** `t=SECONDS,v1=HEX`: HMAC-SHA256 of `SECONDS.BODY` under the secret, so that a receiver can refuse what is old. */
const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** Posts the notification, signed. @throws Error unless the receiver answers with a 2xx in time */
export const sendWebhook = async (
  { webhookUrl, webhookSecret }: Pick<Settings, 'webhookUrl' | 'webhookSecret'>,
  { notificationId, recipientId, topic, subject, text, about, raisedAt }: Notification,
  signal: AbortSignal,
): Promise<void> => {
  if (webhookUrl === null || webhookSecret === null) throw new Error('ANNALS_WEBHOOK_URL is not set any more');
  const body = JSON.stringify({ id: notificationId, recipientId, topic, subject, text, about, raisedAt });
  const response = await fetch(webhookUrl, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      // The same when it is sent again: a receiver that has seen it passes over it.
      'annals-notification': notificationId,
      'annals-signature': signatureOf(webhookSecret, Math.floor(Date.now() / 1000), body),
    },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The webhook answered ${response.status}`);
};
