// Writes the generated pages of docs/ from the code; with --check fails where they differ from it.
// Needs a build: run it through `npm run docs`.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypeScript, { astToString } from 'openapi-typescript';
import { createGenerator } from 'ts-json-schema-generator';
import { createApi } from '#apps/api/src/create-api.js';
import { openApiOf } from '#apps/api/src/openapi.js';
import { deciders } from '#composition/catalogue.js';
import { createLogger } from '#composition/logger.js';
import { openPlatform } from '#composition/platform.js';
import { readSettings, settingFields } from '#config/settings.js';
import { answerSchemasOf } from './answer-schemas.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const GENERATED = '<!-- Generated from the code by `npm run docs`. Do not edit. -->';
const GENERATED_CODE = '// Generated from the code by `npm run docs`. Do not edit.';

const openApi = async (answerSchemas) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'annals-docs-'));
  const platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: dataDir }), () => undefined);
  const api = await createApi(platform, 'no-token-is-needed', createLogger('silent'));
  const document = JSON.stringify(openApiOf(api, answerSchemas), null, 2);
  await api.close();
  await platform.close();
  rmSync(dataDir, { recursive: true });
  return `${document}\n`;
};

/** The schemas of the answers as a module: the program serves its own documentation. */
const answerModule = (answerSchemas) =>
  [
    GENERATED_CODE,
    'type Schema = Readonly<Record<string, unknown>>;',
    '',
    '/** What the routes answer, from the return types in the code: by operation id, and what these share. */',
    'export type AnswerSchemas = Readonly<{',
    '  answers: Readonly<Record<string, Schema>>;',
    '  shared: Readonly<Record<string, Schema>>;',
    '}>;',
    '',
    `export const answerSchemas: AnswerSchemas = ${JSON.stringify(answerSchemas, null, 2)};`,
    '',
  ].join('\n');

/** What the program checks events of the log against before it decides upon them. */
const schemasModule = (streams, provenance) =>
  [
    GENERATED_CODE,
    "import type { EventSchemas } from '#commands/event-schemas.js';",
    '',
    `export const eventSchemas: EventSchemas = ${machineReadable(streams, provenance).trim()};`,
    '',
  ].join('\n');

/** The types of the API for TypeScript clients. */
const apiClient = async (document) =>
  `${GENERATED_CODE}\n${astToString(await openapiTypeScript(JSON.parse(document)))}`;

const configuration = () => {
  const rows = Object.values(settingFields).map(
    ({ variable, fallback, description }) =>
      `| \`${variable}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${description.replaceAll('|', '\\|')} |`,
  );
  return [
    GENERATED,
    '# Configuration',
    '',
    'Annals is set by environment variables. They are checked at start: every bad one is named at once, and nothing',
    'starts. An empty variable counts as unset.',
    '',
    '| variable | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
};

const eventFiles = () =>
  readdirSync(join(root, 'libs'), { recursive: true })
    .filter((path) => /src\/domain\/[^/]+\.events\.ts$/.test(path))
    .sort();

/** JSON Schemas of the exported types of every events file, by name. */
const eventSchemas = () => {
  const schemas = new Map();
  for (const file of eventFiles()) {
    const generator = createGenerator({
      path: join(root, 'libs', file),
      tsconfig: join(root, 'tsconfig.json'),
      type: '*',
      skipTypeCheck: true,
      expose: 'export',
      topRef: false,
    });
    const { definitions = {} } = generator.createSchema('*');
    for (const [name, schema] of Object.entries(definitions)) schemas.set(name, { schema, definitions });
  }
  return schemas;
};

/** The definition that a chain of references ends at. */
const resolved = (schema, definitions) =>
  schema?.$ref
    ? resolved(definitions[decodeURIComponent(schema.$ref.slice('#/definitions/'.length))], definitions)
    : schema;

const referencedBy = (schema, definitions, found = {}) => {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    const decoded = decodeURIComponent(name);
    if (found[decoded] || !definitions[decoded]) continue;
    found[decoded] = definitions[decoded];
    referencedBy(definitions[decoded], definitions, found);
  }
  return found;
};

/** Every event of the catalogue with the JSON Schema of its data, by stream category. */
const catalogue = () => {
  const schemas = eventSchemas();
  return deciders.map(({ category, types }) => ({
    category,
    events: Object.entries(types).map(([type, stored]) => {
      const known = schemas.get(type);
      if (!known) throw new Error(`${type} is exported by no libs/*/src/domain/*.events.ts`);
      const data = resolved(resolved(known.schema, known.definitions).properties.data, known.definitions);
      if (!data?.properties) throw new Error(`The data of ${type} has no schema`);
      const definitions = referencedBy(data, known.definitions);
      const schema = { ...data, ...(Object.keys(definitions).length > 0 && { definitions }) };
      return { type, stored, description: known.schema.description, schema };
    }),
  }));
};

/** The JSON Schema of what stands around the data of each event. */
const envelope = () => {
  const generator = createGenerator({
    path: join(root, 'libs/kernel/src/event.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'Provenance',
    skipTypeCheck: true,
    topRef: false,
  });
  const { definitions = {}, ...schema } = generator.createSchema('Provenance');
  const whole = resolved(schema, definitions);
  const used = referencedBy(whole, definitions);
  return { ...whole, ...(Object.keys(used).length > 0 && { definitions: used }) };
};

/** Of programs that read the log: by stored name. */
const machineReadable = (streams, provenance) => {
  const schemas = streams.flatMap(({ events }) => events.map(({ stored, schema }) => [stored, schema]));
  return `${JSON.stringify({ envelope: provenance, events: Object.fromEntries(schemas) }, null, 2)}\n`;
};

const events = (streams, provenance) => {
  const parts = [
    GENERATED,
    '# Events',
    '',
    'Every event type of the log: its name in code, the name and version under which it is stored (never renamed), and',
    'the JSON Schema of its data. The same schemas for programs: [events.schema.json](events.schema.json).',
    '',
    '## The envelope',
    '',
    'Stands around the data of every event, alike for all; why is in',
    "[ADR 3](adr/0003-who-and-when-in-the-envelope.md). `recordedAt` is the log's own, the rest comes with the command.",
    '',
    '| field | | what it says |',
    '|---|---|---|',
    ...Object.entries(provenance.properties).map(
      ([field, { description = '' }]) =>
        `| \`${field}\` | ${provenance.required.includes(field) ? 'always' : 'if there is one'} | ${description} |`,
    ),
    '',
  ];
  for (const { category, events } of streams) {
    parts.push(`## Streams \`${category}-<id>\``, '');
    for (const { type, stored, description, schema } of events) {
      parts.push(
        `### ${type}`,
        '',
        `Stored as \`${stored}\`.${description ? ` ${description}` : ''}`,
        '',
        '<details><summary>Schema of its data</summary>',
        '',
        '```json',
        JSON.stringify(schema, null, 2),
        '```',
        '',
        '</details>',
        '',
      );
    }
  }
  return parts.join('\n');
};

const streams = catalogue();
const provenance = envelope();
const answerSchemas = answerSchemasOf(root);
const document = await openApi(answerSchemas);
const pages = {
  'apps/api/src/answer-schemas.ts': answerModule(answerSchemas),
  'libs/api-client/src/schema.ts': await apiClient(document),
  'docs/openapi.json': document,
  'docs/events.md': events(streams, provenance),
  'libs/composition/src/event-schemas.ts': schemasModule(streams, provenance),
  'docs/events.schema.json': machineReadable(streams, provenance),
  'docs/guides/configuration.md': configuration(),
};
const check = process.argv.includes('--check');
const differing = Object.entries(pages).filter(([path, text]) => {
  try {
    return readFileSync(join(root, path), 'utf8') !== text;
  } catch {
    return true;
  }
});
if (check && differing.length > 0) {
  process.stderr.write(`Not up to date: ${differing.map(([path]) => path).join(', ')}. Run npm run docs.\n`);
  process.exit(1);
}
for (const [path, text] of differing) writeFileSync(join(root, path), text);
process.stdout.write(
  `${differing.length} of ${Object.keys(pages).length} generated pages ${check ? 'differ' : 'written'}\n`,
);
process.exit(0);
