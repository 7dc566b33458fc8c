import type { NewEvent } from './event-store.js';

/**
 * Of the events of one append, as `appendBytes` counts them: half of the 1 MiB that EventStoreDB takes by default
 * (`MaxAppendSize`), since personal data is encrypted on the way to the log and then has a third more.
 */
export const SAFE_APPEND_BYTES = 500_000;

/** What EventStoreDB counts of an event against the size of its append: data, metadata, and each character of the type twice. */
export const appendBytes = ({ type, data, metadata }: Pick<NewEvent, 'type' | 'data' | 'metadata'>): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata)) + 2 * type.length;
