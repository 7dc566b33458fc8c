import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '#http/problem.js';
import type { Actor } from '#kernel/actor.js';

/** Many clients may share an address: together they may ask as much as so many. */
const CLIENTS_AN_ADDRESS = 10;

/** Both throw a ProblemException (429) beyond the limit. */
export type RateLimits = Readonly<{
  /** Counts a request before its token is looked at: by its address, as a token that nobody checked is only a text. */
  countAddress: (request: FastifyRequest) => Promise<void>;
  /** Counts it once it is known who asks: by the actor, or by the address where no valid token came with it. */
  countClient: (request: FastifyRequest, actor: Actor | null) => Promise<void>;
}>;

export const NO_LIMITS: RateLimits = { countAddress: async () => {}, countClient: async () => {} };

/** `perMinute`: the requests that each client may send; 0: no limit. */
export const rateLimits = async (server: FastifyInstance, perMinute: number): Promise<RateLimits> => {
  if (perMinute === 0) return NO_LIMITS;
  await server.register(fastifyRateLimit, { global: false, timeWindow: '1 minute' });
  const addresses = server.createRateLimit({ max: perMinute * CLIENTS_AN_ADDRESS });
  const strangers = server.createRateLimit({ max: perMinute });
  const actors = server.createRateLimit({
    max: perMinute,
    keyGenerator: (request) => (request as FastifyRequest & { actor?: Actor }).actor?.id ?? '',
  });
  return {
    countAddress: async (request) => assertWithin(await addresses(request)),
    countClient: async (request, actor) => assertWithin(await (actor ? actors : strangers)(request)),
  };
};

type Counted = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

const assertWithin = (counted: Counted): void => {
  if (counted.isAllowed || !counted.isExceeded) return;
  const { max, ttlInSeconds: seconds } = counted;
  const detail = `More than ${max} requests a minute; try again in ${seconds} s`;
  throw new ProblemException(429, 'TooManyRequests', 'Too many requests', detail, undefined, seconds);
};
