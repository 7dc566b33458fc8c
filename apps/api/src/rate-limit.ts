import { createHash } from 'node:crypto';
import fastifyRateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemException } from '#http/problem.js';

/** Answers 429 to a client (its token, or else its address) beyond so many requests a minute; 0: no limit. */
export const limitRate = async (app: NestFastifyApplication, perMinute: number): Promise<void> => {
  if (perMinute === 0) return;
  await app.register(fastifyRateLimit as never, {
    global: true,
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ headers, ip }: { headers: { authorization?: string }; ip: string }) =>
      headers.authorization ? createHash('sha256').update(headers.authorization).digest('base64url') : ip,
    errorResponseBuilder: (_request: unknown, { ttl }: { ttl: number }) => {
      const seconds = Math.ceil(ttl / 1000);
      const detail = `More than ${perMinute} requests a minute; try again in ${seconds} s`;
      return new ProblemException(429, 'TooManyRequests', 'Too many requests', detail, undefined, seconds);
    },
  });
};
