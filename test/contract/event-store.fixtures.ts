import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#event-store/event-store.js';

export const newEvent = (type = 'deal-opened.v1', data: NewEvent['data'] = { n: 1 }): NewEvent => ({
  id: randomUUID(),
  type,
  data,
  metadata: { by: 'rep-1' },
});

export const newEvents = (count: number, type?: string): NewEvent[] =>
  Array.from({ length: count }, (_, n) => newEvent(type, { n }));
