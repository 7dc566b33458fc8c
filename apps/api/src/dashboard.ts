import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const BUILT = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url));

/** The addresses that the dashboard understands itself; `apps/web/src/router.tsx` has their pages. */
const PAGES = [
  '/pipeline',
  '/customers',
  '/customers/:id',
  '/deals/:id',
  '/forecast',
  '/team',
  '/leaderboard',
  '/reports',
  '/notifications',
  '/analyst',
  '/analyst/:part',
  '/analyst/:part/:id',
  '/control',
  '/control/:part',
  '/control/:part/:id',
];

/** Names of built assets hold a digest of their content: they never change. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** Only what the server itself serves; styles also inline, as the component library writes some. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

const isReader = ({ headers, method, url }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api') && (headers.accept ?? '').includes('text/html');

type Headers = Readonly<{ header: (name: string, value: string) => unknown }>;

/** Serves the built dashboard, and its first page at the address of every other one. */
export const serveDashboard = async (app: NestFastifyApplication): Promise<void> => {
  await app.register(fastifyHelmet as never, { contentSecurityPolicy, hsts: false });
  // The API also runs without: `nest build` alone builds no dashboard.
  if (!existsSync(BUILT)) return;
  await app.register(fastifyStatic as never, {
    root: BUILT,
    // A route for each file there is, and none for what is not: no path leads out of the folder.
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: Headers, path: string) =>
      reply.header('cache-control', path.includes('/assets/') ? FOREVER : ASK_EACH_TIME),
  });
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  for (const page of PAGES) server.get(page, (_, reply) => reply.sendFile('index.html'));
  // Whoever reads, not a program, is told by the dashboard that an address leads nowhere.
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isReader(request)) return reply.status(404).sendFile('index.html');
    return undefined;
  });
};
