import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Actor } from '#kernel/actor.js';
import { instantOf, parseInstant } from '#kernel/instant.js';
import { badInput } from './problem.js';

/** The part of the HTTP request that this reads; the guard in apps/api sets `actor`. */
export type AnnalsRequest = {
  actor?: Actor;
  id: string;
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
};

/** Gives a controller the context of the command that the request states: actor, instant, revision, key, origin. */
export const Context = createParamDecorator(
  (_: unknown, execution: ExecutionContext): CommandContext =>
    commandContextOf(execution.switchToHttp().getRequest<AnnalsRequest>()),
);

const commandContextOf = (request: AnnalsRequest): CommandContext => {
  const { actor } = request;
  if (!actor) throw new Error('A write needs an actor: the route is not guarded');
  const key = header(request, 'idempotency-key');
  if (key !== undefined && (key.length === 0 || key.length > 255)) {
    throw badInput([{ path: 'header Idempotency-Key', message: 'must be 1 to 255 characters' }]);
  }
  const expectedRevision = ifMatch(header(request, 'if-match'));
  const occurredAt = occurredAtOf(request.body);
  const client = header(request, 'user-agent')?.slice(0, 100);
  return {
    commandId: key === undefined ? uuidv7() : uuidv5(`${actor.id} ${key}`, ANNALS_NAMESPACE),
    actor,
    now: instantOf(Date.now()),
    ...(occurredAt !== null && { occurredAt }),
    ...(expectedRevision !== undefined && { expectedRevision }),
    ...(key !== undefined && { idempotency: { key, fingerprint: fingerprint(request) } }),
    source: 'api',
    ...(client !== undefined && { client }),
    correlationId: request.id,
  };
};

const header = (request: AnnalsRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const ifMatch = (text: string | undefined): bigint | undefined => {
  if (text === undefined || text === '*') return undefined;
  const match = /^(?:W\/)?"?(\d{1,18})"?$/.exec(text.trim());
  if (!match?.[1]) throw badInput([{ path: 'header If-Match', message: 'must be a revision, such as "3"' }]);
  return BigInt(match[1]);
};

/** The DTO refuses an `occurredAt` that is none; here it is only read. */
const occurredAtOf = (body: unknown): string | null => {
  const value = (body as { occurredAt?: unknown } | null | undefined)?.occurredAt;
  return typeof value === 'string' ? parseInstant(value) : null;
};

/** Digest of what the request asks: method, path and body, whatever the order of the body's fields. */
const fingerprint = ({ method, url, body }: AnnalsRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([method, url, sorted(body ?? null)]))
    .digest('base64url');

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
