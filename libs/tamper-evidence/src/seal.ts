import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { EventText } from '#event-store/event-store.js';
import type { Instant } from '#kernel/instant.js';
import type { AuditKeys } from './audit-keys.js';

/** Most events that one seal covers. */
export const SEAL_EVENTS = 512;
/** Characters of a leaf: 132 bits of the event's SHA-256 in base64url. */
const LEAF = 22;

/** A keyed signature over a run of consecutive events, and through `previous` over every one before them. JSON. */
export type Seal = Readonly<{
  /** From 1, without gaps. */
  number: number;
  /** Id of the chain: a chain begun anew has another. */
  log: string;
  keyId: string;
  /** When it was sealed. */
  at: Instant;
  /** Positions of its first and last event, decimal. */
  first: string;
  last: string;
  count: number;
  /** Events sealed up to here, its own included. */
  total: number;
  /** From each position to the next; empty when every one of them is 1. */
  steps: readonly number[];
  /** The beginning of each event's digest, one after the other: names the first event that differs. */
  leaves: string;
  /** SHA-256 over the whole digests: what the events are held against. */
  root: string;
  /** Hash of the seal before; empty in the first one. */
  previous: string;
  /** HMAC-SHA256 over all of the above, base64url. */
  hash: string;
}>;

/** What a run of events comes to. */
export type Block = Pick<Seal, 'leaves' | 'root'>;

/**
 * SHA-256 of everything in an event that an auditor relies on, but for its position, which the seal lists: so an event
 * that was moved is still known. The lengths keep the border between two texts from being moved.
 */
export const digestOf = ({ stream, revision, id, type, recordedAt, metadata, data }: EventText): string =>
  hash(
    'sha256',
    `${revision} ${recordedAt} ${id} ${stream.length} ${type.length} ${metadata.length}\n${stream}${type}${metadata}${data}`,
    'base64url',
  );

export const blockOf = (events: readonly EventText[]): Block => {
  let digests = '';
  let leaves = '';
  for (const event of events) {
    const digest = digestOf(event);
    digests += digest;
    leaves += digest.slice(0, LEAF);
  }
  return { leaves, root: hash('sha256', digests, 'base64url') };
};

export const leavesOf = ({ leaves }: Pick<Block, 'leaves'>): readonly string[] =>
  Array.from({ length: leaves.length / LEAF }, (_, n) => leaves.slice(n * LEAF, (n + 1) * LEAF));

/** Positions of the events that the seal covers, in order. */
export const positionsOf = ({ first, count, steps }: Seal): readonly bigint[] => {
  const positions = [BigInt(first)];
  for (let n = 1; n < count; n += 1) positions.push((positions[n - 1] ?? 0n) + BigInt(steps[n - 1] ?? 1));
  return positions;
};

const stepsOf = (events: readonly EventText[]): readonly number[] => {
  const steps = events.slice(1).map(({ position }, n) => Number(position - (events[n]?.position ?? 0n)));
  return steps.every((step) => step === 1) ? [] : steps;
};

/** Seals the events, the next of the log after those of `previous`, under the first key. */
export const seal = (
  events: readonly EventText[],
  { previous, log, keys, at }: Readonly<{ previous: Seal | null; log: string; keys: AuditKeys; at: Instant }>,
): Seal => {
  const unsigned = {
    number: (previous?.number ?? 0) + 1,
    log,
    keyId: keys.signing.id,
    at,
    first: String(events[0]?.position),
    last: String(events.at(-1)?.position),
    count: events.length,
    total: (previous?.total ?? 0) + events.length,
    steps: stepsOf(events),
    ...blockOf(events),
    previous: previous?.hash ?? '',
  };
  return { ...unsigned, hash: hashOf(unsigned, keys.signing.secret) };
};

const hashOf = (sealed: Omit<Seal, 'hash'>, secret: Buffer): string => {
  const { previous, number, log, keyId, at, first, last, count, total, steps, leaves, root } = sealed;
  const text = JSON.stringify([previous, number, log, keyId, at, first, last, count, total, steps, leaves, root]);
  return createHmac('sha256', secret).update(`annals seal v1\n${text}`).digest('base64url');
};

/** Whether the seal was made with the key that it names: `unknown` when that key is not at hand. */
export const signatureOf = (sealed: Seal, keys: AuditKeys): 'genuine' | 'forged' | 'unknown' => {
  const secret = keys.secretOf(sealed.keyId);
  if (secret === null) return 'unknown';
  return sameText(hashOf(sealed, secret), sealed.hash) ? 'genuine' : 'forged';
};

/** Compares secrets in a time that does not depend on where they differ. */
export const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
