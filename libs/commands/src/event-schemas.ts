import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Recorded } from '#kernel/event.js';

/** JSON Schemas, draft 7: of what stands around the data of every event, and of the data of each, by stored name. */
export type EventSchemas = Readonly<{ envelope: object; events: Readonly<Record<string, object>> }>;

/** A registry without schemas takes what is stored for what it should be. */
export const NO_SCHEMAS: EventSchemas = { envelope: {}, events: {} };

/** Tells what of an event does not satisfy its schema. Schemas are compiled when the first event needs them. */
export class EventCheck {
  private ajv: Ajv | undefined;
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(private readonly schemas: EventSchemas) {}

  /** `stored`: the stored name that is written today. Null: the event is as it should be. */
  fault(stored: string, { data, meta }: Recorded): string | null {
    return this.of(this.schemas.events[stored], data, 'data') ?? this.of(this.schemas.envelope, meta, 'metadata');
  }

  private of(schema: object | undefined, value: unknown, name: string): string | null {
    if (schema === undefined) return null;
    const validate = this.compiled.get(schema) ?? this.compile(schema);
    return validate(value) ? null : told(name, validate.errors?.[0]);
  }

  private compile(schema: object): ValidateFunction {
    this.ajv ??= new Ajv({ strict: false });
    const validate = this.ajv.compile(open(schema));
    this.compiled.set(schema, validate);
    return validate;
  }
}

/** A field more than is known is no fault: a newer version may say more in an event of the same name. */
const open = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  );

const told = (name: string, error: ErrorObject | undefined): string =>
  `${name}${error?.instancePath ?? ''} ${error?.message ?? 'is not as it should be'}`;
