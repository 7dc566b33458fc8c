import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  isEmail,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isCurrency } from '#kernel/currencies.js';
import { isId } from '#kernel/ids.js';
import { type Instant, parseDate, parseInstant } from '#kernel/instant.js';
import { LARGEST_AMOUNT } from '#kernel/money.js';
import { parsePeriod } from '#kernel/period.js';
import { isTimeZone } from '#kernel/time-zone.js';

/**
 * One decorator per field says both what is accepted and what the API documentation shows.
 * A field is required unless `optional`; an optional field may be missing or null. A `nullable` one must be there and
 * may be null.
 */
type Options = Readonly<{ optional?: boolean; nullable?: boolean; description?: string; example?: unknown }>;

const field = (options: Options, schema: object, ...checks: PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(
    ...(options.optional ? [IsOptional()] : []),
    ...(options.nullable ? [ValidateIf((_, value) => value !== null)] : []),
    ...checks,
    ApiProperty({
      required: !options.optional,
      ...(options.nullable && { nullable: true }),
      ...(options.description !== undefined && { description: options.description }),
      ...(options.example !== undefined && { example: options.example }),
      ...schema,
    } as Parameters<typeof ApiProperty>[0]),
  );

const check =
  (name: string, message: string, valid: (value: unknown) => boolean): PropertyDecorator =>
  (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      options: { message },
      validator: { validate: valid },
    });

/** No control characters but tab and line ends, and no half of a surrogate pair: those do not survive being stored. */
const WRITTEN_TEXT = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** Text without control characters, trimmed; 1 to `max` characters. */
export const Text = (options: Options & { max?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: String, maxLength: options.max ?? 200, minLength: 1 },
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    MinLength(1),
    MaxLength(options.max ?? 200),
    Matches(WRITTEN_TEXT, { message: '$property must not contain control characters' }),
  );

/** An id: up to 64 of `A-Za-z0-9._~-`. */
export const Id = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, pattern: '^[A-Za-z0-9._~-]{1,64}$' },
    check('isId', '$property must be 1 to 64 of A-Za-z0-9._~-', isId),
  );

/** A calendar day, `YYYY-MM-DD`. */
export const Day = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, format: 'date' },
    check(
      'isDay',
      '$property must be a date, YYYY-MM-DD',
      (value) => typeof value === 'string' && parseDate(value) !== null,
    ),
  );

/** An ISO 8601 instant with its offset; arrives in UTC. */
export const At = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, format: 'date-time' },
    Transform(({ value }) => (typeof value === 'string' ? (parseInstant(value) ?? value) : value)),
    check(
      'isInstant',
      '$property must be an ISO 8601 instant with an offset, such as 2017-03-01T09:00:00Z',
      (value) => typeof value === 'string' && parseInstant(value) !== null,
    ),
  );

/** A calendar day or an instant with its offset, as it was written. */
export const DayOrAt = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, example: '2017-03-01' },
    check(
      'isDayOrInstant',
      '$property must be a date, YYYY-MM-DD, or an ISO 8601 instant with an offset',
      (value) => typeof value === 'string' && (parseDate(value) !== null || parseInstant(value) !== null),
    ),
  );

/** A place in the log. */
export const Position = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, pattern: '^[0-9]{1,20}$' },
    Matches(/^[0-9]{1,20}$/, { message: '$property must be a position' }),
  );

/** A month, or a fiscal quarter or year: `2017-03`, `2017-Q1`, `2017`. */
export const PeriodText = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, example: '2017-Q1' },
    check(
      'isPeriod',
      '$property must be a period, such as 2017-03, 2017-Q1 or 2017',
      (value) => typeof value === 'string' && parsePeriod(value) !== null,
    ),
  );

/** A period, or a calendar day: the bound of a stretch of periods. */
export const PeriodOrDay = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, example: '2017-Q1' },
    check(
      'isPeriodOrDay',
      '$property must be a period or a date, such as 2017-03, 2017-Q1, 2017 or 2017-03-31',
      (value) =>
        typeof value === 'string' &&
        (parsePeriod(value) !== null || (parseDate(value) !== null && parsePeriod(value.slice(0, 7)) !== null)),
    ),
  );

/** An IANA time zone. */
export const TimeZone = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, example: 'Europe/Berlin' },
    check(
      'isTimeZone',
      '$property must be an IANA time zone, such as Europe/Berlin',
      (value) => typeof value === 'string' && isTimeZone(value),
    ),
  );

export const Email = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, format: 'email' },
    // What cannot be written in UTF-8 makes `isEmail` throw.
    check(
      'isEmail',
      '$property must be an email',
      (value) => typeof value === 'string' && WRITTEN_TEXT.test(value) && isEmail(value),
    ),
    MaxLength(254),
  );

export const OneOf = (values: readonly string[], options: Options = {}): PropertyDecorator =>
  field(options, { type: String, enum: [...values] }, IsIn([...values]));

export const Flag = (options: Options = {}): PropertyDecorator => field(options, { type: Boolean }, IsBoolean());

/** An integer within bounds. */
export const Whole = (options: Options & { min?: number; max?: number } = {}): PropertyDecorator => {
  const min = options.min ?? 0;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  return field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
};

export const Decimal = (options: Options & { min: number; max: number }): PropertyDecorator =>
  field(
    options,
    { type: Number, minimum: options.min, maximum: options.max },
    IsNumber({ allowInfinity: false, allowNaN: false }),
    Min(options.min),
    Max(options.max),
  );

// The documentation takes a function named `type` for a reference to a class, and any other for a class.

/** An object of another field class. */
export const Nested = (type: () => new () => object, options: Options = {}): PropertyDecorator =>
  field(options, { type: () => type() }, IsObject(), ValidateNested(), Type(type));

/** A list of objects of another field class. */
export const ListOf = (
  type: () => new () => object,
  options: Options & { min?: number; max?: number } = {},
): PropertyDecorator =>
  field(
    options,
    { type: () => type(), isArray: true },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max ?? 500),
    check(
      'isListOfObjects',
      '$property must be a list of objects',
      (value) =>
        Array.isArray(value) &&
        value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)),
    ),
    ValidateNested({ each: true }),
    Type(type),
  );

/** A list of ids or short texts. */
export const Texts = (options: Options & { max?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: String, isArray: true },
    IsArray(),
    ArrayMaxSize(options.max ?? 100),
    IsString({ each: true }),
    MaxLength(200, { each: true }),
    Matches(WRITTEN_TEXT, { each: true, message: '$property must not contain control characters' }),
  );

const MAX_FIELD_VALUES = 100;
const MAX_FIELD_VALUE_LENGTH = 4000;

const isFieldValue = (value: unknown): boolean => {
  if (typeof value === 'string') return value.length <= MAX_FIELD_VALUE_LENGTH && WRITTEN_TEXT.test(value);
  return typeof value === 'boolean' || Number.isFinite(value);
};

const isFieldValues = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MAX_FIELD_VALUES && entries.every(([name, item]) => isFieldName(name) && isFieldValue(item));
};

const isFieldName = (name: string): boolean => name.length <= 200 && WRITTEN_TEXT.test(name);

/** Values by field name: texts, numbers or booleans. */
export const FieldValues = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] } },
    check('isFieldValues', '$property must be an object of at most 100 texts, numbers or booleans', isFieldValues),
  );

export const CurrencyCode = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: String, pattern: '^[A-Z]{3}$', example: 'EUR' },
    check(
      'isCurrency',
      '$property must be an ISO 4217 code',
      (value) => typeof value === 'string' && isCurrency(value),
    ),
  );

/** `{"amount": 1205000, "currency": "USD"}`: integer minor units, as many to a unit as ISO 4217 has it (JPY: 1). */
export class MoneyField {
  @Whole({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT, description: 'Integer minor units, such as cents' })
  amount!: number;

  @CurrencyCode()
  currency!: string;
}

export const MoneyValue = (options: Options = {}): PropertyDecorator => Nested(() => MoneyField, options);

/** Fields of every write. */
export class WriteBody {
  @At({ optional: true, description: 'When it was true. Default: now' })
  occurredAt?: Instant;
}

/** Fields of every write that creates a record. */
export class CreateBody extends WriteBody {
  @Id({ optional: true, description: 'Chosen by the client, or else by the server (UUIDv7)' })
  id?: string;
}

/** Query parameters of every read. */
export class ReadQuery {
  @At({ optional: true, description: 'What was true then. Default: now' })
  asOf?: Instant;

  @At({ optional: true, description: 'As recorded by then. Default: now' })
  knownAt?: Instant;

  @Position({ optional: true, description: 'Position of a write that the answer must contain: waits at most 5 s' })
  after?: string;
}

/** How many items of a list, 1 to 200. */
export const Limit = (): PropertyDecorator =>
  field(
    { optional: true },
    { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(200),
  );

/** Where the page of a list begins. */
export const PageCursor = (): PropertyDecorator =>
  field({ optional: true, description: '`next` of the page before' }, { type: String }, IsString(), MaxLength(2000));

/** Query parameters of every list. */
export class ListQuery extends ReadQuery {
  @Limit()
  limit?: number;

  @PageCursor()
  cursor?: string;
}
