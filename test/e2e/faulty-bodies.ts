import type { OpenAPIObject } from '@nestjs/swagger';

export type FaultyBody = Readonly<{
  what: string;
  body: Readonly<Record<string, unknown>>;
  /** Of the fault. */
  path: string;
}>;

type Schema = Readonly<{
  $ref?: string;
  allOf?: readonly Schema[];
  type?: string;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  enum?: readonly string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}>;

type Described = Readonly<{ content: Readonly<Record<string, { schema: Schema }>> }>;

/** Bodies with one fault each, made of a sound one: every rule that the OpenAPI document states is broken once. */
export const faultyBodies = (openApi: OpenAPIObject, route: string, sound: object): readonly FaultyBody[] => {
  const [method = '', path = ''] = route.split(' ');
  const operations = openApi.paths[path] as Readonly<Record<string, { requestBody: unknown }>> | undefined;
  const body = operations?.[method.toLowerCase()]?.requestBody as Described | undefined;
  const schemas = openApi.components?.schemas as Readonly<Record<string, Schema>>;
  return faultsOfObject(body?.content['application/json']?.schema ?? {}, sound, schemas);
};

const faultsOfObject = (
  schema: Schema,
  sound: object,
  schemas: Readonly<Record<string, Schema>>,
): readonly FaultyBody[] => {
  const { properties = {}, required = [] } = resolved(schema, schemas);
  const soundBody = sound as Readonly<Record<string, unknown>>;
  const faults: FaultyBody[] = [{ what: 'an unknown field', body: { ...sound, surprise: 1 }, path: 'surprise' }];
  for (const [name, property] of Object.entries(properties)) {
    const { [name]: value, ...rest } = soundBody;
    if (required.includes(name)) faults.push({ what: `${name} missing`, body: rest, path: name });
    for (const [what, wrong] of wrongValues(resolved(property, schemas))) {
      faults.push({ what: `${name} ${what}`, body: { ...sound, [name]: wrong }, path: name });
    }
    faults.push(...nestedFaults(name, property, value, schemas, soundBody));
  }
  return faults;
};

const nestedFaults = (
  name: string,
  property: Schema,
  value: unknown,
  schemas: Readonly<Record<string, Schema>>,
  sound: Readonly<Record<string, unknown>>,
): readonly FaultyBody[] => {
  const isList = property.type === 'array';
  const inner = isList ? (property.items ?? {}) : property;
  const [first, ...others] = isList ? ((value ?? []) as readonly object[]) : [(value ?? {}) as object];
  if (!resolved(inner, schemas).properties || first === undefined) return [];
  return faultsOfObject(inner, first, schemas).map(({ what, body, path }) => ({
    what: `${name}: ${what}`,
    body: { ...sound, [name]: isList ? [body, ...others] : body },
    path: isList ? `${name}.0.${path}` : `${name}.${path}`,
  }));
};

const resolved = (schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema => {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return ref === undefined ? schema : (schemas[ref.split('/').at(-1) ?? ''] ?? {});
};

type Wrong = readonly [what: string, value: unknown];

const wrongValues = (schema: Schema): readonly Wrong[] => {
  switch (schema.type) {
    case 'string':
      return [['of the wrong type', 5], ['a list', ['x']], ...wrongTexts(schema)];
    case 'integer':
    case 'number':
      return [['of the wrong type', '5'], ['true', true], ...wrongNumbers(schema)];
    case 'boolean':
      return [['of the wrong type', 'yes']];
    case 'array':
      return [
        ['of the wrong type', {}],
        ['a list of numbers', [5]],
        ['far too long', Array(600).fill({})],
      ];
    default:
      return [
        ['of the wrong type', 'x'],
        ['a list', []],
      ];
  }
};

const wrongTexts = ({ format, enum: values, pattern, minLength, maxLength }: Schema): readonly Wrong[] => {
  if (values) return [['none of those there are', 'no-such']];
  if (format === 'date') {
    return [
      ['on 31 June', '2017-06-31'],
      ['not padded', '2017-6-1'],
      ['an instant', '2017-06-30T00:00:00Z'],
    ];
  }
  if (format === 'date-time') {
    return [
      ['without an offset', '2017-06-30T10:00:00'],
      ['on 31 June', '2017-06-31T10:00:00Z'],
      ['a day', '2017-06-30'],
    ];
  }
  if (format === 'email') {
    return [
      ['no address', 'nobody'],
      ['half a character', '\ud800'],
    ];
  }
  if (pattern?.startsWith('^[A-Z]{3}'))
    return [
      ['no currency', 'usd'],
      ['of no currency there is', 'XQZ'],
    ];
  if (pattern)
    return [
      ['no id', 'a b'],
      ['an id too long', 'a'.repeat(65)],
      ['empty', ''],
      ['a path', '../x'],
    ];
  return [
    ['with a control character', 'a\u0000b'],
    ['with half a surrogate pair', 'a\ud800b'],
    ...(minLength
      ? ([
          ['empty', ''],
          ['blank', '   '],
        ] satisfies Wrong[])
      : []),
    ...(maxLength ? ([['too long', 'x'.repeat(maxLength + 1)]] satisfies Wrong[]) : []),
  ];
};

const wrongNumbers = ({ type, minimum, maximum }: Schema): readonly Wrong[] => [
  ...(type === 'integer' ? ([['a fraction', 1.5]] satisfies Wrong[]) : []),
  // Money is below 0 in reads only.
  ...(minimum !== undefined ? ([['below its least', Math.max(minimum, 0) - 1]] satisfies Wrong[]) : []),
  ...(maximum !== undefined ? ([['beyond its greatest', maximum + 1]] satisfies Wrong[]) : []),
];
