import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CommandRunner } from '#commands/command-runner.js';
import { ProblemException } from '#http/problem.js';
import type { Actor } from '#kernel/actor.js';
import { instantOf } from '#kernel/instant.js';
import { actorOfToken } from '#people/tokens.contract.js';
import { sendProblem } from '../problem.filter.js';
import { NO_LIMITS, type RateLimits } from '../rate-limit.js';

export const SESSION_COOKIE = 'annals_session';
const SESSION_HEADER = 'x-annals-session';

/** Open to everybody: liveness, and the sign-in itself. */
const OPEN = new Set(['GET /api/health', 'HEAD /api/health', 'POST /api/session', 'DELETE /api/session']);

/** Puts the actor on every request under /api, and answers 401 where there is none, and 429 beyond the limits. */
export const authenticate = (
  server: FastifyInstance,
  adminToken: string,
  runner: CommandRunner,
  limits: RateLimits = NO_LIMITS,
): void => {
  server.addHook('onRequest', async (request, reply) => {
    await limits.countAddress(request);
    if (isOpen(request)) return limits.countClient(request, null);
    const token = bearerToken(request) ?? sessionToken(request);
    const actor = token === null ? null : await actorOf(token, adminToken, runner);
    if (actor) (request as FastifyRequest & { actor?: Actor }).actor = actor;
    await limits.countClient(request, actor);
    if (actor === null) {
      const detail = token === null ? 'No bearer token was sent' : 'The bearer token is not valid';
      sendProblem(reply, new ProblemException(401, 'NotSignedIn', 'A valid bearer token is needed', detail));
      return reply;
    }
    return;
  });
};

/**
 * By the route that the router found: the text of the URL can spell it in other ways as well (`/%61pi/deals`,
 * `GET http://host/api/deals`). The text counts too, so that 401 comes before 404.
 */
const isOpen = ({ method, url, routeOptions }: FastifyRequest): boolean => {
  const route = routeOptions.url ?? '';
  const isApi = route.startsWith('/api') || url.startsWith('/api');
  return !isApi || OPEN.has(`${method} ${route}`);
};

/** Who a token lets act now; null when it is not valid. */
export const actorOf = async (token: string, adminToken: string, runner: CommandRunner): Promise<Actor | null> => {
  if (sameSecret(token, adminToken)) return { id: 'admin', role: 'admin' };
  return actorOfToken(runner, token, instantOf(Date.now()));
};

const bearerToken = (request: FastifyRequest): string | null =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;

/**
 * The cookie counts for a write only beside the header of the dashboard: another site cannot send a header of its own
 * without asking this server first, which answers no such question (ADR 0015).
 */
const sessionToken = (request: FastifyRequest): string | null => {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead && request.headers[SESSION_HEADER] !== 'browser') return null;
  const match = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '');
  try {
    return match?.[1] ? decodeURIComponent(match[1]) : null;
  } catch {
    return null;
  }
};

const sameSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(secret).digest());
