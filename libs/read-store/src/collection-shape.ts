import type { AnyCollectionSpec, Scalar } from './read-store.js';

const COLLECTION_NAME = /^[a-z0-9][a-z0-9_]{0,99}$/;
const COLUMN_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

const checked = new WeakSet<AnyCollectionSpec>();

/** @throws TypeError when a name would not fit every store, or an index names a column that is not declared */
export const checkSpec = (spec: AnyCollectionSpec): void => {
  if (checked.has(spec)) return;
  const refuse = (reason: string): never => {
    throw new TypeError(`Collection "${spec.name}": ${reason}`);
  };
  if (!COLLECTION_NAME.test(spec.name)) refuse('a name is made of a-z, 0-9 and _');
  const columns = Object.keys(spec.columns);
  for (const column of columns) {
    if (!COLUMN_NAME.test(column)) refuse(`column "${column}" is not made of letters, digits and _`);
  }
  if (new Set(columns.map((column) => column.toLowerCase())).size < columns.length) {
    refuse('two columns differ in case only');
  }
  for (const [index, indexed] of Object.entries(spec.indexes)) {
    if (indexed.length === 0) refuse(`index "${index}" has no columns`);
    const unknown = indexed.find((column) => spec.columns[column] === undefined);
    if (unknown !== undefined) refuse(`index "${index}" names "${unknown}", which is no declared column`);
    if (new Set(indexed).size < indexed.length) refuse(`index "${index}" names a column twice`);
  }
  checked.add(spec);
};

/** @throws TypeError */
export const requireWritingOrder = (spec: AnyCollectionSpec): void => {
  if (spec.inWritingOrder !== true) throw new TypeError(`Collection "${spec.name}" is not declared inWritingOrder`);
};

/** Whether the value is null or of the column's type. */
export const fitsColumn = (spec: AnyCollectionSpec, column: string, value: unknown): value is Scalar => {
  if (value === null) return true;
  return spec.columns[column] === 'text' ? typeof value === 'string' : typeof value === 'number';
};

/** The value of a declared column in a document. @throws TypeError when it is not what the column declares */
export const columnOf = (spec: AnyCollectionSpec, column: string, doc: object): Scalar => {
  const value: unknown = (doc as Readonly<Record<string, unknown>>)[column] ?? null;
  if (!fitsColumn(spec, column, value) || (typeof value === 'number' && !Number.isSafeInteger(value))) {
    throw new TypeError(
      `Collection "${spec.name}": column "${column}" holds ${spec.columns[column]}, not ${JSON.stringify(value)}`,
    );
  }
  return value;
};
