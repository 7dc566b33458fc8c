import type { FastifyInstance } from 'fastify';
import { badInput, ProblemException } from '#http/problem.js';

/** Far deeper than any body that the API describes; below what recursion over a body can bear. */
const MAX_DEPTH = 20;

/** Routes that take a file. */
const UPLOADS: ReadonlySet<string | undefined> = new Set(['/api/imports']);

/**
 * Lets only JSON objects through, and files where they belong: a form sent by another site's page is no request. What
 * would bewilder validation is refused before it: deep nesting, and fields named like what every object inherits.
 */
export const guardBodies = (server: FastifyInstance): void => {
  server.removeContentTypeParser('text/plain');
  server.addHook('preValidation', async (request) => {
    const { body, headers, routeOptions } = request;
    if (headers['content-type']?.startsWith('multipart/')) {
      if (UPLOADS.has(routeOptions.url)) return;
      throw new ProblemException(415, 'UnsupportedMediaType', 'Unsupported media type', 'This route takes JSON');
    }
    if (body === undefined) return;
    const wrong = isObject(body) ? faultIn(body, 1) : 'must be a JSON object';
    if (wrong !== null) throw badInput([{ path: 'body', message: wrong }]);
  });
};

const faultIn = (value: object, depth: number): string | null => {
  if (depth > MAX_DEPTH) return `must not nest deeper than ${MAX_DEPTH}`;
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  const inherited = keys.find((key) => key in Object.prototype);
  if (inherited !== undefined) return `must not have a field named ${inherited}`;
  for (const inner of Object.values(value)) {
    const wrong = typeof inner === 'object' && inner !== null ? faultIn(inner, depth + 1) : null;
    if (wrong !== null) return wrong;
  }
  return null;
};

const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body);
