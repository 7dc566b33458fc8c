import { columnOf } from '../collection-shape.js';
import type { Entry, Write } from '../read-store.js';

/** A document as MongoDB keeps it: its properties at the top, beside ours, which begin with `_`. */
export type StoredDocument = Readonly<{
  _id: string;
  _position: bigint;
  /** A tombstone: it has no properties, and is there for its position. */
  _deleted?: true;
  /** Some property name was escaped. */
  _escaped?: true;
}> &
  Readonly<Record<string, unknown>>;

// `$` and `.` mean something to the server, NUL ends a name, `_` begins ours; `__proto__` is caught by the last, too.
const ODD_NAME = /^_|[%$.\0]/;
const ODD_CHARACTERS = /^_|[%$.\0]/g;

/** @throws TypeError when a column does not hold what it declares */
export const storedDocument = ({ collection, key, position, doc }: Write): StoredDocument => {
  if (doc === null) return { _id: key, _position: position, _deleted: true };
  for (const column of Object.keys(collection.columns)) columnOf(collection, column, doc);
  const seen = { escaped: false };
  const properties = stored(doc, seen) as Record<string, unknown>;
  return { _id: key, _position: position, ...(seen.escaped ? { _escaped: true } : {}), ...properties };
};

export const entryOf = <Doc>({ _id, _position, _deleted, _escaped, ...doc }: StoredDocument): Entry<Doc> => ({
  key: _id,
  position: _position,
  doc: (_escaped ? read(doc) : doc) as Doc,
});

/** By the rules of JSON, so that a document comes back the same from every store. */
const stored = (value: unknown, seen: { escaped: boolean }): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'bigint') throw new TypeError('A document holds JSON: no bigint');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => stored(item, seen) ?? null);
  if ('toJSON' in value && typeof value.toJSON === 'function') return stored(value.toJSON(), seen);
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined || typeof item === 'function') continue;
    if (ODD_NAME.test(name)) {
      seen.escaped = true;
      result[name.replace(ODD_CHARACTERS, escaped)] = stored(item, seen);
    } else result[name] = stored(item, seen);
  }
  return result;
};

const read = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(read);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name.replace(ESCAPE, unescaped), read(item)]));
};

const ESCAPE = /%([0-9A-F]{2})/g;

const escaped = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const unescaped = (_: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16));
