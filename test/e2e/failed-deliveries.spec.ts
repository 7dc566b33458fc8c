import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raiseFailed } from './failed-notice.js';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, type Person } from './sales-floor.js';

let status = 500;
const receiver = createServer((_, response) => void response.writeHead(status).end());
let api: RunningApi;
let tokens: Readonly<Record<Person, string>>;

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  api = await startApi({
    ANNALS_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    ANNALS_WEBHOOK_SECRET: 'a-secret-of-the-specs',
  });
  tokens = await furnish(api);
  for (const id of ['one', 'two']) await raiseFailed(api.platform.runner, id);
});
afterAll(async () => {
  await api.stop();
  receiver.close();
});

const deliveries = async (state: string) =>
  (await api.get(`/api/deliveries?state=${state}&after=${await api.head()}`)).body;
const idsIn = async (state: string) => (await deliveries(state)).items.map(({ id }: { id: string }) => id);
const counted = async (state: string) => {
  const { text } = await api.get('/api/metrics');
  return new RegExp(`annals_notification_deliveries\\{state="${state}"\\} (\\d+)`).exec(text)?.[1];
};

it('what failed to go out is listed with the last error, and counted', async () => {
  const { items } = await deliveries('failed');
  expect(items).toEqual(
    ['one', 'two'].map((id) => ({
      ...{ id, recipientId: 'ann', topic: 'quotaMet', subject: 'Met', raisedAt: expect.any(String) },
      deliveries: [
        { channel: 'webhook', state: 'failed', error: 'The webhook answered 500', failedAt: expect.any(String) },
      ],
    })),
  );
  expect([await counted('failed'), await counted('outstanding')]).toEqual(['2', '0']);
  expect((await api.get('/api/deliveries', { token: tokens.ann })).status).toBe(403);
});

it('it is tried again when an admin orders that, and by no other', async () => {
  expect((await api.post('/api/notifications/one/retry', { channel: 'webhook' }, { token: tokens.mia })).status).toBe(
    403,
  );
  done(await api.post('/api/notifications/one/retry', { channel: 'webhook' }));
  expect(await idsIn('outstanding')).toEqual(['one']);
  expect([await counted('failed'), await counted('outstanding')]).toEqual(['1', '1']);
  // Ordered twice it is under way all the same.
  done(await api.post('/api/notifications/one/retry', { channel: 'webhook' }));
  status = 204;
  await expect.poll(() => idsIn('delivered'), { timeout: 20_000 }).toEqual(['one']);
  expect(await idsIn('failed')).toEqual(['two']);
  const again = await api.post('/api/notifications/one/retry', { channel: 'webhook' });
  expect([again.status, again.body.code]).toEqual([409, 'DeliveryNotFailed']);
});
