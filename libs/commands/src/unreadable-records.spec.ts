import { expect, it } from 'vitest';
import { EventStoreUnavailable, UnreadableEvent } from '#event-store/event-store.js';
import { UnreadableRecords } from './unreadable-records.js';

const unreadable = new UnreadableEvent({ stream: 'deal-a', revision: 3n, type: 'deal-won.v9' }, 'is not known');

it('passes over what cannot be read, and tells of it at the end', async () => {
  const records = new UnreadableRecords();
  records.tell();
  expect(await records.passOver(() => Promise.reject(unreadable))).toBeNull();
  expect(await records.passOver(async () => 'done')).toBe('done');
  expect(() => records.tell()).toThrow('The event deal-won.v9 at revision 3 of the stream deal-a is not known');
});

it('passes over nothing else', async () => {
  const records = new UnreadableRecords();
  const away = records.passOver(() => Promise.reject(new EventStoreUnavailable('It is away')));
  await expect(away).rejects.toThrow('It is away');
  records.tell();
});
