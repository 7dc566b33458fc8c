import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { readSettings } from '#config/settings.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Job, Jobs } from '#jobs/jobs.js';
import { DAY_MS, instantOf } from '#kernel/instant.js';
import { repDecider } from '#people/people.contract.js';
import { contextOf } from '#testing/open-stores.js';
import type { NotificationRaised } from '../domain/notification.events.js';
import { deliveriesOf, notificationDecider, outstandingOf } from '../domain/notification.state.js';
import { retryDelivery } from '../domain/retry-delivery.js';
import { enqueueDeliveries, handleDeliveries } from './deliver-notification-job.js';

const SYSTEM = { id: 'system', role: 'admin' } as const;
const words = { recipientId: 'ann', topic: 'quotaMet', subject: 'Met', text: 'Well done', about: null };
const data: NotificationRaised['data'] = { notificationId: 'n', channels: ['webhook'], ...words };

let directory: string;
let events: EventStore;
let runner: CommandRunner;
/** Of the jobs that were enqueued. */
let ids: string[];
let attempt: (number: number, signal?: AbortSignal) => Promise<void>;
let jobs: Jobs;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-deliveries-'));
  events = await openEmbeddedEventStore({ directory });
  runner = new CommandRunner(events, new EventRegistry([notificationDecider, repDecider]));
  ids = [];
  let handler: (job: Job<unknown>) => Promise<void> = async () => undefined;
  jobs = {
    enqueue: async (_: string, __: unknown, { id }: { id: string }) => void ids.push(id),
    handle: (_: string, given: typeof handler) => {
      handler = given;
    },
  } as unknown as Jobs;
  // Nobody may be asked at that port.
  const settings = readSettings({
    ANNALS_WEBHOOK_URL: 'http://127.0.0.1:9/',
    ANNALS_WEBHOOK_SECRET: 'a-secret-of-the-specs',
  });
  handleDeliveries(jobs, { runner, settings, mailer: null });
  attempt = (number, signal = new AbortController().signal) =>
    handler({
      ...{ id: ids.at(-1) ?? '', payload: { notificationId: 'n', channel: 'webhook' }, attempt: number, signal },
      progress: async () => undefined,
    });
});
afterEach(async () => {
  await events.close();
  rmSync(directory, { recursive: true });
});

const at = (daysAgo: number) => contextOf(SYSTEM, instantOf(Date.now() - daysAgo * DAY_MS));
const raised = async (daysAgo: number): Promise<void> => {
  const raised: NotificationRaised = { type: 'NotificationRaised', data };
  await runner.create(notificationDecider, 'n', at(daysAgo), () => [raised]);
  await enqueue();
};
const state = async () => {
  const found = await runner.state(notificationDecider, 'n');
  if (found === null) throw new Error('Not raised');
  return found;
};
const enqueue = async (): Promise<void> => enqueueDeliveries(jobs, await state());

describe('a delivery that fails again and again', () => {
  it('is tried again while a day has not passed, however often', async () => {
    await raised(0.9);
    await expect(attempt(300)).rejects.toThrow();
    expect(outstandingOf(await state())).toEqual(['webhook']);
  });

  it('is tried as often as a job may fail, however long nobody was there to try', async () => {
    await raised(30);
    await expect(attempt(13)).rejects.toThrow();
    expect(outstandingOf(await state())).toEqual(['webhook']);
  });

  it('ends as failed after that, with the last error, and is not tried any more', async () => {
    await raised(1.1);
    await attempt(14);
    const head = await events.head();
    const failed = { channel: 'webhook', state: 'failed', error: 'fetch failed', failedAt: expect.any(String) };
    expect(deliveriesOf(await state())).toEqual([failed]);
    ids = [];
    await enqueue();
    await attempt(15);
    expect([ids, await events.head()]).toEqual([[], head]);
  });

  it('is not over because the process stops', async () => {
    await raised(2);
    const stopping = AbortSignal.abort(new Error('The process is shutting down'));
    await expect(attempt(14, stopping)).rejects.toThrow();
    expect(outstandingOf(await state())).toEqual(['webhook']);
  });

  it('has another day, by another job, whenever it is ordered to be tried again', async () => {
    await raised(3);
    await attempt(14);
    await runner.change(notificationDecider, 'n', at(0), (notification) => retryDelivery('webhook', notification));
    await enqueue();
    expect(ids).toEqual(['deliver-webhook-n', 'deliver-webhook-n-1']);
    await expect(attempt(14)).rejects.toThrow();
    expect(outstandingOf(await state())).toEqual(['webhook']);
  });
});
