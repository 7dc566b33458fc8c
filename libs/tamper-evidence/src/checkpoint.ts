import { createHmac } from 'node:crypto';
import type { Instant } from '#kernel/instant.js';
import type { AuditKeys } from './audit-keys.js';
import { type Seal, sameText } from './seal.js';

/** What the log was, to be kept where its keepers cannot reach: shows that a tail was cut off, or all sealed anew. */
export type Checkpoint = Readonly<{
  version: 1;
  /** Id of the chain of seals. */
  log: string;
  seal: number;
  /** Position of the last event that it covers, and how many there are up to it. */
  position: string;
  events: number;
  /** Hash of that seal: it stands for every event up to here. */
  hash: string;
  keyId: string;
  at: Instant;
  /** HMAC-SHA256 over all of the above, base64url. */
  signature: string;
}>;

export const checkpointOf = ({ log, number, last, total, hash }: Seal, keys: AuditKeys, at: Instant): Checkpoint => {
  const { id, secret } = keys.signing;
  const unsigned = { version: 1, log, seal: number, position: last, events: total, hash, keyId: id, at } as const;
  return { ...unsigned, signature: signatureOf(unsigned, secret) };
};

/** Whether it was signed with the key that it names: `unknown` when that key is not at hand. */
export const checkCheckpoint = (checkpoint: Checkpoint, keys: AuditKeys): 'genuine' | 'forged' | 'unknown' => {
  const secret = keys.secretOf(checkpoint.keyId);
  if (secret === null) return 'unknown';
  return sameText(signatureOf(checkpoint, secret), checkpoint.signature) ? 'genuine' : 'forged';
};

/** Reads an exported checkpoint; null when the text is none. */
export const readCheckpoint = (text: string): Checkpoint | null => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const { version, log, seal, position, events, hash, keyId, at, signature } = read as Record<string, unknown>;
  const texts = [log, position, hash, keyId, at, signature].every((value) => typeof value === 'string');
  const counts = [seal, events].every((value) => Number.isSafeInteger(value));
  if (version !== 1 || !texts || !counts || !/^-?\d{1,20}$/.test(position as string)) return null;
  return { version, log, seal, position, events, hash, keyId, at, signature } as Checkpoint;
};

const signatureOf = (checkpoint: Omit<Checkpoint, 'signature'>, secret: Buffer): string => {
  const { version, log, seal, position, events, hash, keyId, at } = checkpoint;
  const text = JSON.stringify([version, log, seal, position, events, hash, keyId, at]);
  return createHmac('sha256', secret).update(`annals checkpoint v1\n${text}`).digest('base64url');
};
