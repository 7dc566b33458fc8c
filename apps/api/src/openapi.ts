import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type AnswerSchemas, answerSchemas } from './answer-schemas.js';

/** The OpenAPI document of the whole API; `docs/openapi.json` is this, written by `npm run docs`. */
export const openApiOf = (app: INestApplication, schemas: AnswerSchemas = answerSchemas): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
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
  document.components = { ...document.components, schemas: withShared(document, schemas) };
  for (const operation of Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, Operation>),
  )) {
    const schema = schemas.answers[operation.operationId];
    if (!schema) continue;
    const success = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
    operation.responses[success] = {
      description: '',
      ...operation.responses[success],
      content: { 'application/json': { schema } },
    };
  }
  return document;
};

type Operation = { operationId: string; responses: Record<string, object> };
type Components = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const withShared = ({ components }: OpenAPIObject, { shared }: AnswerSchemas): Components => {
  const described = components?.schemas ?? {};
  const twice = Object.keys(shared).filter((name) => name in described);
  if (twice.length > 0) throw new Error(`A body and an answer have one name: ${twice.join(', ')}`);
  return { ...described, ...(shared as Components) };
};

/** Serves the documentation at /api/docs and the document at /api/docs-json. */
export const serveApiDocs = (app: INestApplication): void => {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/docs-json' });
};
