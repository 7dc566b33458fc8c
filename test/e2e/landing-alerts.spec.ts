import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { watchLandings } from '#forecasting/watch-landings/watch-landings.js';
import { instantOf } from '#kernel/instant.js';
import { notificationDecider, outstandingOf } from '#notifications/domain/notification.state.js';
import { contextOf } from '#testing/open-stores.js';
import { done, type RunningApi, startApi } from './running-api.js';
import { depart, furnish, hire, openDeal, type Person, usd } from './sales-floor.js';
import { type SmtpDouble, startSmtpDouble } from './smtp-double.js';

const SECRET = 'a-secret-of-the-specs';
const THIS_YEAR = String(new Date().getUTCFullYear());

/** Receives webhooks, and refuses the first one. */
const received: Readonly<{ headers: IncomingHttpHeaders; body: string }>[] = [];
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(received.length === 1 ? 500 : 204).end();
  });
});

let api: RunningApi;
let smtp: SmtpDouble;
let tokens: Readonly<Record<Person, string>>;

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  smtp = await startSmtpDouble();
  api = await startApi({
    ANNALS_SMTP_URL: smtp.url,
    ANNALS_WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    ANNALS_WEBHOOK_SECRET: SECRET,
    ANNALS_LANDING_CHECK_MINUTES: '0',
  });
  tokens = await furnish(api);
  done(await api.post('/api/quotas', { repId: 'ann', period: THIS_YEAR, amount: usd(100_000) }));
});

afterAll(async () => {
  await api.stop();
  await smtp.close();
  receiver.close();
});

const look = (platform = api.platform): Promise<void> =>
  watchLandings(platform, instantOf(Date.now()), new AbortController().signal);

/** What another worker has of its own. */
const otherWorker = () => ({
  ...api.platform,
  runner: new CommandRunner(api.platform.events, api.platform.registry),
});

const told = async (person: Person, more = '') => {
  const { body } = await api.get(`/api/notifications?after=${await api.head()}${more}`, { token: tokens[person] });
  return body.items as readonly Readonly<{ id: string; topic: string; subject: string; text: string }>[];
};
const topicsOf = async (person: Person) => (await told(person)).map(({ topic }) => topic);

const until = async (reached: () => boolean): Promise<void> => {
  for (const deadline = Date.now() + 20_000; !reached() && Date.now() < deadline; ) await sleep(20);
};

it('tells a rep and their manager once, however often and by however many workers it is looked', async () => {
  await look();
  expect(await topicsOf('ann')).toEqual(['quotaWillMiss']);
  // Of Ann, and of the team.
  expect(await topicsOf('mia')).toEqual(['quotaWillMiss', 'quotaWillMiss']);
  expect(await told('bob')).toEqual([]);
  const head = await settledHead();
  await Promise.all([look(), look(otherWorker()), look(otherWorker())]);
  await api.restart();
  await look();
  expect(await api.head()).toBe(head);
});

it('says who, of how much, and why; and lists it with the quotas that are watched', async () => {
  const [alert] = await told('ann');
  expect(alert?.subject).toBe(`ann is likely to miss the quota of ${THIS_YEAR}`);
  expect(alert?.text).toContain('Won so far: USD 0.00 of USD 1000.00, USD 0.00 is expected.');
  const { body } = await api.get(`/api/landings?state=willMiss&after=${await api.head()}`);
  expect(body.items).toEqual([
    expect.objectContaining({ repId: 'ann', period: THIS_YEAR, state: 'willMiss', before: null, told: ['ann', 'mia'] }),
    expect.objectContaining({ teamId: 'north', period: THIS_YEAR, state: 'willMiss', told: ['mia'] }),
  ]);
  expect((await api.get('/api/landings?state=met')).body.items).toEqual([]);
});

it('sends a mail and a signed webhook of each, the webhook again where it was refused', async () => {
  await until(() => smtp.mails.length >= 3 && received.length >= 4);
  expect(smtp.mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]).sort()).toEqual([
    ...['ann@example.com', 'mia@example.com', 'mia@example.com'],
  ]);
  const [alert] = await told('ann');
  expect(smtp.mails.join('\n')).toContain(`Message-ID: <${alert?.id}@annals>`);
  expect(new Set(received.map(({ headers }) => headers['annals-notification'])).size).toBe(3);
  expect(received).toHaveLength(4);
  for (const { headers, body } of received) {
    const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['annals-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'));
    expect(headers['annals-notification']).toBe(JSON.parse(body).id);
  }
});

it('praises once who has met their quota, wherever the worker is killed in between', async () => {
  await openDeal(api, 'big');
  done(await api.post('/api/deals/big/win', {}));
  let kills = 0;
  for (;;) {
    // Killed with its second append: the first is durable, and nothing that follows it has been done.
    let appends = 0;
    const dying = {
      ...otherWorker(),
      runner: new CommandRunner(
        new Proxy(api.platform.events, {
          get: (events, name) => {
            if (name !== 'append') return Reflect.get(events, name).bind(events);
            return async (...args: Parameters<typeof events.append>) => {
              appends += 1;
              if (appends > 1) throw new Error('Killed');
              return events.append(...args);
            };
          },
        }),
        api.platform.registry,
      ),
    };
    const end = await look(dying).then(
      () => 'done',
      ({ message }) => message,
    );
    if (end === 'done') break;
    expect(end).toBe('Killed');
    kills += 1;
  }
  // Two changes, one told to two and one to one: five appends, and each but the last ended in a kill.
  expect(kills).toBe(4);
  expect(await topicsOf('ann')).toEqual(['quotaMet', 'quotaWillMiss']);
  expect(await topicsOf('mia')).toEqual(['quotaMet', 'quotaMet', 'quotaWillMiss', 'quotaWillMiss']);
  expect((await told('ann'))[0]?.subject).toBe(`ann has met the quota of ${THIS_YEAR}: well done!`);
  const head = await settledHead();
  await look();
  expect(await api.head()).toBe(head);
});

it('is read by whom it is for, and then no longer unread', async () => {
  const [praise, alert] = await told('ann');
  const path = `/api/notifications/${praise?.id}/read`;
  done(await api.post(path, {}, { token: tokens.ann }));
  expect((await told('ann', '&unread=true')).map(({ id }) => id)).toEqual([alert?.id]);
  expect((await api.post(path, {}, { token: tokens.mia })).status).toBe(403);
  expect((await api.get('/api/notifications?recipient=ann', { token: tokens.mia })).status).toBe(403);
  expect((await api.get('/api/notifications?unread=perhaps')).status).toBe(400);
  expect((await api.post('/api/notifications/none/read', {})).status).toBe(404);
});

/** The head of the log once everything has gone out. */
async function settledHead(): Promise<string> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    const { body } = await api.get(`/api/audit?type=notification-&limit=200&after=${await api.head()}`);
    const count = (type: string) => body.items.filter((event: { type: string }) => event.type === type).length;
    if (count('notification-delivered.v1') === 2 * count('notification-raised.v1')) return api.head();
  }
  throw new Error('Not everything goes out');
}

it('gives mail up that was meant for somebody who has left, and says so', async () => {
  const { events, jobs, runner } = api.platform;
  await hire(api, 'gone');
  await depart(api, 'gone', [{ ownerId: 'bob' }]);
  const words = { topic: 'quotaMet', subject: 'Met', text: 'Well done', about: null };
  const data = { notificationId: 'too-late', recipientId: 'gone', channels: ['email'], ...words } as const;
  const context = contextOf({ id: 'system', role: 'admin' }, new Date().toISOString());
  const raised = { type: 'NotificationRaised', data } as const;
  await runner.create(notificationDecider, 'too-late', context, () => [raised]);
  await jobs.enqueue('resume', null, { id: 'finds-the-mail' });
  const types = async () => (await events.readStream('notification-too-late')).map(({ type }) => type);
  const givenUp = ['notification-raised.v1', 'notification-given-up.v1'];
  await expect.poll(types, { timeout: 20_000 }).toEqual(givenUp);
  expect(smtp.mails.join('\n')).not.toContain('gone@example.com');
  const state = await runner.state(notificationDecider, 'too-late');
  expect(state && outstandingOf(state)).toEqual([]);
});
