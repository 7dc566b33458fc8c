import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Platform } from '#composition/platform.js';
import { ApiModule } from './api.module.js';
import { authenticate } from './auth/authenticate.js';
import { serveDashboard } from './dashboard.js';
import { NestLogger } from './nest-logger.js';
import { serveApiDocs } from './openapi.js';
import { Metrics } from './operations/metrics.js';
import { ProblemFilter, refuseConnection, refuseUrl } from './problem.filter.js';
import { rateLimits } from './rate-limit.js';
import { guardBodies } from './request-bodies.js';
import { validation } from './validation.js';
import { WrittenInterceptor } from './written.interceptor.js';

const BODY_LIMIT_BYTES = 1024 * 1024;
const UPLOAD_LIMIT_BYTES = 256 * 1024 * 1024;
/** More than a folder of interchange files has. */
const MAX_UPLOADED_FILES = 32;
/** What is said of an upload, in memory until all of it is there: more than there is to say. */
const MAX_UPLOAD_FIELDS = 8;
const UPLOAD_FIELD_LIMIT_BYTES = 64 * 1024;

/** The HTTP server, ready to listen. */
export const createApi = async (
  platform: Platform,
  adminToken: string,
  logger: Logger,
): Promise<NestFastifyApplication> => {
  const { settings } = platform;
  const adapter = new FastifyAdapter({
    ...(settings.trustedProxies !== null && { trustProxy: settings.trustedProxies.join(',') }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => uuidv7(),
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: (error: FastifyError, _: unknown, reply: FastifyReply) => refuseUrl(reply, error),
    clientErrorHandler: refuseConnection,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(platform, adminToken), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: false,
  });
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.get(Metrics).measure(server);
  const limits = await rateLimits(server, settings.rateLimit);
  guardBodies(server);
  authenticate(server, adminToken, platform.runner, limits);
  await app.register(fastifyMultipart as never, {
    limits: {
      ...{ fileSize: UPLOAD_LIMIT_BYTES, files: MAX_UPLOADED_FILES },
      ...{ fields: MAX_UPLOAD_FIELDS, fieldSize: UPLOAD_FIELD_LIMIT_BYTES },
    },
  });
  await serveDashboard(app);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new WrittenInterceptor());
  serveApiDocs(app);
  await app.init();
  return app;
};
