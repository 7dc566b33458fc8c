import type { NewEvent } from './event-store.js';

export type JsonObject = NewEvent['data'];

/** Why an event cannot be read whose data or metadata are none. */
export const NO_JSON_OBJECT = 'is no JSON object';

/** The object that stands for what is none. */
export const NOTHING_READ: JsonObject = {};

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
