import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of the whole API; `docs/openapi.json` is this, written by `npm run docs`. */
export const openApiOf = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Annals')
      .setDescription('Event-sourced CRM core: every write appends facts, every read answers as of any instant.')
      .setVersion('1')
      .addBearerAuth()
      .addSecurityRequirements('bearer')
      .build(),
    { operationIdFactory: (_controller, method) => method },
  );

/** Serves the documentation at /api/docs and the document at /api/docs-json. */
export const serveApiDocs = (app: INestApplication): void => {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/docs-json' });
};
