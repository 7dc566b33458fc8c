import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStoreDbDouble } from './eventstoredb-double.js';

const event = (type = 'deal-opened.v1') => jsonEvent({ id: randomUUID(), type, data: { n: 1 } });

describe('the EventStoreDB double, through the vendor’s own client', () => {
  let double: EventStoreDbDouble;
  let client: EventStoreDBClient;

  beforeEach(async () => {
    double = new EventStoreDbDouble();
    await double.start();
    client = EventStoreDBClient.connectionString(double.connectionString);
  });
  afterEach(async () => {
    await client.dispose();
    double.stop();
  });

  it('is found by discovery', async () => {
    const discovering = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${double.port}?tls=false`);
    const appended = await discovering.appendToStream('deal-1', event(), { expectedRevision: 'no_stream' });
    expect(appended).toMatchObject({ success: true, nextExpectedRevision: 0n });
    await discovering.dispose();
  });

  it('checks the revision of a unary append, as of a batched one', async () => {
    const credentials = { username: 'admin', password: 'changeit' };
    for (const options of [{}, { credentials }]) {
      const stream = `deal-${Object.keys(options).length}`;
      const append = (expectedRevision: bigint | 'no_stream' | 'stream_exists') =>
        client.appendToStream(stream, [event(), event()], { expectedRevision, ...options });
      await expect(append('stream_exists')).rejects.toMatchObject({ actualVersion: 'no_stream' });
      expect(await append('no_stream')).toMatchObject({ nextExpectedRevision: 1n });
      expect(await append('stream_exists')).toMatchObject({ nextExpectedRevision: 3n });
      await expect(append(1n)).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 3n });
    }
  });

  it('takes an append of 1 MiB, of data, metadata and twice the type, and refuses a larger one', async () => {
    const type = 'note-taken.v1';
    const mebibyte = 1_048_576 - 2 * (2 * type.length + '{"text":""}{}'.length);
    const note = (characters: number) =>
      jsonEvent({ id: randomUUID(), type, data: { text: 'x'.repeat(characters) }, metadata: {} });
    const append = (stream: string, more: number) =>
      client.appendToStream(stream, [note(mebibyte / 2), note(mebibyte / 2 + more)], { expectedRevision: 'no_stream' });
    expect(await append('note-1', 0)).toMatchObject({ success: true });
    await expect(append('note-2', 1)).rejects.toMatchObject({ type: 'maximum-append-size-exceeded' });
  });

  it('shows its own events in $all, and positions with gaps', async () => {
    await client.appendToStream('deal-1', [event(), event()]);
    const types: string[] = [];
    const positions: bigint[] = [];
    for await (const { event: recorded } of client.readAll()) {
      types.push(recorded?.type ?? '');
      positions.push(recorded?.position.commit ?? -1n);
    }
    expect(types).toEqual(['$metadata', '$UserCreated', 'deal-opened.v1', 'deal-opened.v1']);
    expect(positions.every((position, n) => n === 0 || position > (positions[n - 1] ?? 0n) + 1n)).toBe(true);
  });

  it('refuses a position where no event begins', async () => {
    const reading = client.readAll({ fromPosition: { commit: 1n, prepare: 1n } });
    const [error] = await once(reading.resume(), 'error');
    expect(error.message).toContain('InvalidPosition');
  });

  it('delivers a persistent subscription until each event is acknowledged, and again what is to be retried', async () => {
    const sent = [event(), event(), event()];
    await client.appendToStream('deal-1', sent);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
    await client.createPersistentSubscriptionToStream('deal-1', 'mailer', settings);
    await expect(client.createPersistentSubscriptionToStream('deal-1', 'mailer', settings)).rejects.toMatchObject({
      type: 'persistent-subscription-exists',
    });
    const seen: [string, number][] = [];
    const subscription = client.subscribeToPersistentSubscriptionToStream('deal-1', 'mailer', { bufferSize: 1 });
    for await (const delivered of subscription) {
      const retries = delivered.retryCount ?? 0;
      seen.push([delivered.event?.id ?? '', retries]);
      if (seen.length === 2) await subscription.nack('retry', 'once more', delivered);
      else await subscription.ack(delivered);
      if (seen.length === 4) break;
    }
    await subscription.unsubscribe();
    expect(seen).toEqual([
      [sent[0]?.id, 0],
      [sent[1]?.id, 0],
      [sent[1]?.id, 1],
      [sent[2]?.id, 0],
    ]);
  });
});
