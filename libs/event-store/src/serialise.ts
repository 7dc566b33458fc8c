import { InvalidEvent, type NewEvent } from './event-store.js';

/** An event whose data and metadata are JSON text that reads back to what was given. */
export type SerialisedEvent = Readonly<{ id: string; type: string; data: string; metadata: string }>;

/** EventStoreDB takes about 1 MiB an append by default; one limit for all keeps a log movable between stores. */
const MAX_EVENT_BYTES = 1_000_000;

const MAX_DEPTH = 100;
/** Canonical, lower-case: stores compare ids as text or as bytes, and must agree. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Checks an append and writes its events as JSON: once, on the side of the caller, because the drivers crash, hang or
 * drop fields on what is not JSON.
 * @throws InvalidEvent
 */
export const serialise = (stream: string, events: readonly NewEvent[]): readonly SerialisedEvent[] => {
  assertName('A stream name', stream);
  if (events.length === 0) throw new InvalidEvent(`Nothing to append to ${stream}`);
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length) {
    throw new InvalidEvent(`Two events of one append to ${stream} have the same id`);
  }
  return events.map(({ id, type, data, metadata }) => {
    if (typeof id !== 'string' || !UUID.test(id)) throw new InvalidEvent(`The event id ${id} is no lower-case UUID`);
    assertName('An event type', type);
    const event = { id, type, data: json('data', data), metadata: json('metadata', metadata) };
    const bytes = Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
    if (bytes > MAX_EVENT_BYTES) throw new InvalidEvent(`${type} has ${bytes} bytes, at most ${MAX_EVENT_BYTES}`);
    return event;
  });
};

/** Names that start with `$` belong to EventStoreDB itself. */
const assertName = (what: string, name: string): void => {
  if (typeof name !== 'string' || name === '') throw new InvalidEvent(`${what} is empty`);
  if (name.startsWith('$')) throw new InvalidEvent(`${what} may not start with $: ${name}`);
  if (name.includes('\0') || /\p{Surrogate}/u.test(name)) throw new InvalidEvent(`${what} is no text: ${name}`);
};

const json = (path: string, value: unknown): string => {
  if (!isRecord(value)) throw new InvalidEvent(`${path} is no JSON object`);
  assertJson(path, value, 0);
  return JSON.stringify(value);
};

const assertJson = (path: string, value: unknown, depth: number): void => {
  if (depth > MAX_DEPTH) throw new InvalidEvent(`${path} is nested deeper than ${MAX_DEPTH}`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new InvalidEvent(`${path} is ${value}, which is not JSON`);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) assertJson(`${path}[${index}]`, value[index], depth + 1);
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) assertJson(`${path}.${key}`, value[key], depth + 1);
  } else {
    throw new InvalidEvent(`${path} is ${kind(value)}, which is not JSON`);
  }
};

/** Not a Date, Map and the like, which JSON.stringify would turn into something else without a word. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  kind(value) === '[object Object]' && typeof (value as { toJSON?: unknown }).toJSON !== 'function';

const kind = (value: unknown): string => Object.prototype.toString.call(value);
