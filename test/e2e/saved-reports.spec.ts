import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '#kernel/instant.js';
import { type Mailer, mailerOf } from '#mail/mailer.js';
import { sendReports } from '#reports/send-reports/send-reports.js';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal, type Person } from './sales-floor.js';
import { type SmtpDouble, startSmtpDouble } from './smtp-double.js';

let api: RunningApi;
let smtp: SmtpDouble;
let tokens: Readonly<Record<Person, string>>;

const TWO_DAYS_AGO = instantOf(Date.now() - 2 * 86_400_000);
const REPORT = {
  ...{
    id: 'daily',
    name: 'Lost',
    report: 'losses',
    relative: 'thisYear',
    group: 'owner',
    second: 'lostReason',
    occurredAt: TWO_DAYS_AGO,
  },
  schedule: { every: 'day', format: 'csv', recipients: ['ann', 'mia'] },
};

beforeAll(async () => {
  smtp = await startSmtpDouble();
  api = await startApi({ ANNALS_SMTP_URL: smtp.url });
  tokens = await furnish(api);
  await openDeal(api, 'gone');
  done(await api.post('/api/deals/gone/lose', { reason: 'Price' }));
  done(await api.post('/api/saved-reports', REPORT, { token: tokens.mia }));
});

afterAll(async () => {
  await api.stop();
  await smtp.close();
});

const send = async (mailer: Mailer | null = mailerOf(api.platform.settings)): Promise<void> => {
  await api.get(`/api/saved-reports?after=${await api.head()}`);
  await sendReports({ ...api.platform, mailer }, instantOf(Date.now()), new AbortController().signal);
};

it('sends a report to each recipient once a day, whatever fails and however often it is tried', async () => {
  let mails = 0;
  const failing: Mailer = {
    send: async (mail) => {
      mails += 1;
      if (mails > 1) throw new Error('The mail server is gone');
      await mailerOf(api.platform.settings)?.send(mail);
    },
  };
  await expect(send(failing)).rejects.toThrow('1 reports could not be sent');
  await Promise.all([send(), send()].map((sending) => sending.catch(() => undefined)));
  await send();
  const to = smtp.mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]);
  const ids = new Set(smtp.mails.map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1]));
  expect([new Set(to), ids.size]).toEqual([new Set(['ann@example.com', 'mia@example.com']), 2]);
  const year = new Date().getUTCFullYear();
  expect(smtp.mails[0]).toContain(`Subject: Lost of ${year}`);
  const attached = /filename=losses-\d+\.csv\n\n([A-Za-z0-9+/=\n]+)/.exec(smtp.mails[0] ?? '')?.[1] ?? '';
  expect(Buffer.from(attached, 'base64').toString()).toBe(
    '\ufeffowner,owner name,lostReason,lostDeals,lostAmount (USD)\r\nann,ann,Price,1,1000\r\nann,ann,total,1,1000\r\ntotal,,,1,1000\r\n',
  );
  const head = await api.head();
  await send();
  expect(await api.head()).toBe(head);
});

it('lists what is saved with whom it went to, as of any instant, until it is discarded', async () => {
  const list = async (more = '') => (await api.get(`/api/saved-reports?after=${await api.head()}${more}`)).body.items;
  const today = new Date().toISOString().slice(0, 10);
  expect(await list()).toEqual([
    expect.objectContaining({
      ...{ id: 'daily', name: 'Lost', ownerId: 'mia', report: 'losses', relative: 'thisYear', group: 'owner' },
      second: 'lostReason',
      ...{ schedule: REPORT.schedule, sent: { ann: today, mia: today } },
    }),
  ]);
  expect((await api.post('/api/saved-reports/daily/discard', {}, { token: tokens.ann })).status).toBe(403);
  const before = instantOf(Date.now());
  done(await api.post('/api/saved-reports/daily/discard', {}, { token: tokens.mia }));
  expect(await list()).toEqual([]);
  expect(await list(`&asOf=${before}`)).toHaveLength(1);
});

it('refuses what no report could answer', async () => {
  const status = async (more: object) =>
    (await api.post('/api/saved-reports', { name: 'X', report: 'losses', ...more })).status;
  expect(await status({ period: '2020', relative: 'thisYear' })).toBe(400);
  expect(await status({ compare: 'previous' })).toBe(400);
  expect(await status({ filter: { weather: 'fine' } })).toBe(400);
  expect(await status({ filter: { team: 5 } })).toBe(400);
  expect(await status({ report: 'of-nothing' })).toBe(400);
  expect(
    (await api.post('/api/saved-reports', { id: 'ana', name: 'X', report: 'losses' }, { token: tokens.ana })).status,
  ).toBe(403);
});
