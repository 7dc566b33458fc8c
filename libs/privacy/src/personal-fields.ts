import type { AnyDecider } from '#commands/event-registry.js';
import { EventStoreCorrupt, type NewEvent, type StoredEvent } from '#event-store/event-store.js';
import type { Json } from '#kernel/json.js';
import { ERASED, type Personal } from '#kernel/personal.js';
import type { DataKey } from './key-store.js';
import { SealBroken, seal, unseal } from './seal.js';

type Data = NewEvent['data'];

/** Where in an event's data its sealed fields are. The fields themselves read there as erased. */
const ENVELOPE = '$personal';

type Envelope = Readonly<{ of: string; fields: readonly string[]; sealed: string }>;

/** Personal fields of an event type: whose they are, and each as the path of its keys. */
type Declared = Readonly<{ subject: string; fields: readonly (readonly [name: string, ...path: string[]])[] }>;

/** The personal fields of every event type, by stored name. */
export type PersonalCatalogue = ReadonlyMap<string, Declared>;

export const personalCatalogue = (deciders: readonly Pick<AnyDecider, 'types' | 'personal'>[]): PersonalCatalogue =>
  new Map(
    deciders.flatMap(({ types, personal = {} }) =>
      Object.entries<Personal<never> | undefined>(personal).map(([type, declared]) => {
        const { subject = '', fields = [] as readonly string[] } = declared ?? {};
        const paths = fields.map((field: string) => [field, ...field.split('.')] as const);
        return [(types as Record<string, string>)[type] ?? '', { subject, fields: paths }] as const;
      }),
    ),
  );

/** Whose personal data an event carries; null: nobody's. */
export const subjectOf = (catalogue: PersonalCatalogue, event: NewEvent): string | null => {
  const declared = catalogue.get(event.type);
  if (!declared) return null;
  const subject = event.data[declared.subject];
  if (typeof subject !== 'string') return null;
  return declared.fields.some(([, ...path]) => says(at(event.data, path))) ? subject : null;
};

/** The event as stored: its personal fields read as erased, and beside them lies, sealed, what they say. */
export const sealed = (
  catalogue: PersonalCatalogue,
  event: NewEvent,
  subject: string,
  key: DataKey | null,
): NewEvent => {
  const declared = catalogue.get(event.type)?.fields ?? [];
  const personal = declared.filter(([, ...path]) => says(at(event.data, path)));
  const values = personal.map(([, ...path]) => at(event.data, path) ?? null);
  const data = personal.reduce<Data>((copy, [, ...path]) => put(copy, path, erased(at(copy, path))), event.data);
  // What is said of somebody after they were erased is not kept.
  if (key === null) return { ...event, data };
  const fields = personal.map(([name]) => name);
  const envelope = { of: subject, fields, sealed: seal(key, JSON.stringify(values), contextOf(event.id, fields)) };
  return { ...event, data: { ...data, [ENVELOPE]: envelope } };
};

/** Whose key reads the event; null: it is not sealed. */
export const sealedFor = ({ data }: StoredEvent): string | null => {
  const envelope = data[ENVELOPE];
  return envelope === undefined ? null : (envelope as Envelope).of;
};

/** The event as it was appended; with its key destroyed (null), as erased. @throws EventStoreCorrupt */
export const unsealed = (event: StoredEvent, key: DataKey | null): StoredEvent => {
  const { [ENVELOPE]: envelope, ...data } = event.data;
  if (key === null) return { ...event, data };
  const { fields, sealed } = envelope as Envelope;
  const values = JSON.parse(opened(event, key, sealed, fields).toString('utf8')) as readonly Json[];
  return {
    ...event,
    data: fields.reduce<Data>((copy, field, place) => put(copy, field.split('.'), values[place] ?? null), data),
  };
};

const opened = (event: StoredEvent, key: DataKey, text: string, fields: readonly string[]): Buffer => {
  try {
    return unseal(key, text, contextOf(event.id, fields));
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new EventStoreCorrupt(
      `The personal data of the event at position ${event.position} is not what was written`,
      {
        cause: error,
      },
    );
  }
};

const contextOf = (eventId: string, fields: readonly string[]): string => `${eventId} ${fields.join(' ')}`;

const says = (value: Json | undefined): boolean =>
  typeof value === 'string' ? value !== '' : Array.isArray(value) && value.length > 0;

const erased = (value: Json | undefined): Json => (Array.isArray(value) ? [] : ERASED);

const at = (data: Data, [first = '', second]: readonly string[]): Json | undefined => {
  const value = data[first];
  return second === undefined ? value : (value as Data | undefined)?.[second];
};

const put = (data: Data, [first = '', second]: readonly string[], value: Json): Data => ({
  ...data,
  [first]: second === undefined ? value : { ...(data[first] as Data), [second]: value },
});
