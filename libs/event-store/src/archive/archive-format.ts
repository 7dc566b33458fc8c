import { type Instant, instantOf, millisecondsOf, parseInstant } from '#kernel/instant.js';
import type { EventText, StoredEvent } from '../event-store.js';

/**
 * A log archive is one line of JSON, the header, as plain text, and behind it NDJSON compressed with brotli: an event a
 * line, in the order of the log; after each section of them a checksum; at the end the trailer. Checksums are SHA-256
 * over every byte before them, the header and other checksums included, uncompressed.
 */
export const ARCHIVE_FORMAT = 'annals-log';
export const ARCHIVE_VERSION = 1;

export type StoreKind = 'embedded' | 'eventstoredb';

/** An event, by its position where it was exported and by its id, which it keeps wherever it goes. */
export type Anchor = Readonly<{ position: string; eventId: string }>;

export type ArchiveHeader = Readonly<{
  format: typeof ARCHIVE_FORMAT;
  version: typeof ARCHIVE_VERSION;
  compression: 'brotli';
  /** The version of Annals that wrote it. */
  annals: string;
  createdAt: Instant;
  /** Null: that of an empty log of a server. */
  logId: string | null;
  store: StoreKind;
  /** The event that the first one of the archive follows; null: it begins with the log. */
  after: Anchor | null;
  /** Where it was told to end, itself included; null: at the end of the log. */
  until: string | null;
}>;

/** `lines` are all before it. */
export type Checksum = Readonly<{ sha256: string; lines: number }>;

/** `last` is the event that the next archive of the chain follows; null in an empty log. */
export type ArchiveTrailer = Checksum & Readonly<{ events: number; last: Anchor | null }>;

/** A section ends after so many events or characters: what is read at once. */
export const SECTION_EVENTS = 1_000;
export const SECTION_CHARACTERS = 1_000_000;

/** More than the largest event takes: a longer line is none. */
export const MAX_LINE_BYTES = 8_000_000;

/** How lines that are no events begin. */
export const CHECKSUM_START = '{"sha256"';

/** The bytes of the archive are not those that were written. */
export class ArchiveDamaged extends Error {
  override readonly name = 'ArchiveDamaged';
}

/** The archive cannot be written or imported like this; the message says why and what to do. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
}

export const anchorOf = ({ position, id }: Pick<StoredEvent, 'position' | 'id'>): Anchor => ({
  position: String(position),
  eventId: id,
});

/** The stored JSON goes into the line as it is. */
export const eventLine = ({ position, stream, revision, id, type, recordedAt, metadata, data }: EventText): string => {
  const place = { position: String(position), stream, revision: String(revision), id, type };
  const fields = JSON.stringify({ ...place, recordedAt: instantOf(recordedAt) });
  return `${fields.slice(0, -1)},"metadata":${metadata},"data":${data}}\n`;
};

export const eventOf = (line: string): StoredEvent => {
  const { position, revision, ...rest } = JSON.parse(line);
  return { ...rest, position: BigInt(position), revision: BigInt(revision) };
};

/** The last event to take: a position or an instant, itself included. */
export type Until = Readonly<{
  text: string;
  includes: (event: Pick<EventText, 'position' | 'recordedAt'>) => boolean;
}>;

/** Reads a position or an instant; null when the text is neither. */
export const parseUntil = (text: string): Until | null => {
  if (/^\d{1,19}$/.test(text)) {
    const last = BigInt(text);
    return { text, includes: ({ position }) => position <= last };
  }
  const instant = parseInstant(text);
  if (instant === null) return null;
  const last = millisecondsOf(instant);
  return { text: instant, includes: ({ recordedAt }) => recordedAt <= last };
};
