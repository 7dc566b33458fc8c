import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { repDecider, secretHashOf, usableToken } from './domain/rep.state.js';

/** A new bearer token of a rep: `ann_<rep>.<token>.<secret>`. Only the digest of the secret is ever stored. */
export const newToken = (repId: string, tokenId: string): Readonly<{ token: string; secretHash: string }> => {
  const secret = randomBytes(32).toString('base64url');
  const encoded = Buffer.from(repId).toString('base64url');
  return { token: `ann_${encoded}.${tokenId}.${secret}`, secretHash: digest(secret) };
};

/** Who the token lets act at `now`; null when it is none of ours, revoked, expired, or its rep has left. */
export const actorOfToken = async (runner: CommandRunner, token: string, now: Instant): Promise<Actor | null> => {
  const match = /^ann_([A-Za-z0-9_-]{1,90})\.([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const repId = Buffer.from(match[1], 'base64url').toString();
  const rep = await runner.state(repDecider, repId);
  const stored = rep && usableToken(rep, match[2], now) && secretHashOf(rep, match[2]);
  if (!rep || !stored) return null;
  return timingSafeEqual(Buffer.from(stored), Buffer.from(digest(match[3]))) ? { id: repId, role: rep.role } : null;
};

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');
