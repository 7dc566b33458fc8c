import type { CategoryOverride, CreditShare, DealLine } from '#deals/deals.contract.js';
import { isId } from '#kernel/ids.js';
import { type CalendarDate, type Instant, parseDate, parseInstant } from '#kernel/instant.js';
import type { Cells } from '../rows/cells.js';

/** What the cell `details` may hold: the parts of a fact that have no column of their own. */
export type Details = ReadonlyMap<string, unknown>;

export type LineDetails = Pick<DealLine, 'productId' | 'model' | 'quantity' | 'price'>;
type FieldValue = string | number | boolean;

const CATEGORIES = ['pipeline', 'bestCase', 'commit', 'omitted'] as const satisfies readonly CategoryOverride[];

/** Reads the JSON object of the cell `details`; empty when there is none. */
export const readDetails = (cells: Cells): Details => {
  const text = cells.text('details');
  if (text === null) return new Map();
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return new Map(Object.entries(value));
  } catch {
    // Reported below, as anything else that is no object.
  }
  cells.wrong('details', 'NoJsonObject');
  return new Map();
};

/** A text, null when it was emptied, undefined when nothing is said of it. */
export const textIn = (details: Details, key: string, cells: Cells): string | null | undefined => {
  const value = details.get(key);
  if (value === undefined || value === null || typeof value === 'string') return value;
  return wrong(cells, key, 'text');
};

export const idIn = (details: Details, key: string, cells: Cells): string | null | undefined => {
  const value = textIn(details, key, cells);
  return typeof value !== 'string' || isId(value) ? value : wrong(cells, key, 'id');
};

export const dateIn = (details: Details, key: string, cells: Cells): CalendarDate | null | undefined => {
  const value = textIn(details, key, cells);
  return typeof value !== 'string' || parseDate(value) !== null ? value : wrong(cells, key, 'day YYYY-MM-DD');
};

/** An ISO 8601 instant with its offset. */
export const instantIn = (details: Details, key: string, cells: Cells): Instant | null | undefined => {
  const value = textIn(details, key, cells);
  return typeof value !== 'string' ? value : (parseInstant(value) ?? wrong(cells, key, 'instant with an offset'));
};

/** Undefined: nothing is said of it; null: as the stage says. */
export const categoryIn = (details: Details, cells: Cells): CategoryOverride | null | undefined => {
  const value = textIn(details, 'forecastCategory', cells);
  if (value === undefined || value === null) return value;
  const category = CATEGORIES.find((known) => known === value);
  if (!category) cells.wrong('details', 'DetailNoneOf', { key: 'forecastCategory', choices: CATEGORIES.join(', ') });
  return category;
};

export const fieldsIn = (details: Details, cells: Cells): Readonly<Record<string, FieldValue>> | undefined => {
  const value = details.get('fields');
  if (value === undefined) return undefined;
  if (isObject(value) && Object.values(value).every(isFieldValue)) return value as Record<string, FieldValue>;
  return wrong(cells, 'fields', 'object of texts, numbers and truth values');
};

export const linesIn = (details: Details, cells: Cells, currency: string): readonly LineDetails[] | undefined => {
  const value = details.get('lines');
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((line) => isLine(line, currency))) {
    return wrong(cells, 'lines', `list of {productId, model, quantity, price} in ${currency}`);
  }
  return value.map(({ productId, model, quantity, price }: LineDetails) => ({
    productId,
    model: model ?? null,
    quantity,
    price: { amount: price.amount, currency },
  }));
};

/** Shares of a split deal; none: the owner has it all. Undefined: nothing is said of it. */
export const sharesIn = (details: Details, cells: Cells): readonly CreditShare[] | undefined => {
  const value = details.get('shares');
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isShare)) return wrong(cells, 'shares', 'list of {repId, basisPoints}');
  return value.map(({ repId, basisPoints }: CreditShare) => ({ repId, basisPoints }));
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFieldValue = (value: unknown): value is FieldValue => ['string', 'number', 'boolean'].includes(typeof value);

const isLine = (line: unknown, currency: string): boolean =>
  isObject(line) &&
  isId(line.productId) &&
  (line.model === undefined || line.model === null || isId(line.model)) &&
  typeof line.quantity === 'number' &&
  isObject(line.price) &&
  typeof line.price.amount === 'number' &&
  line.price.currency === currency;

const isShare = (share: unknown): boolean =>
  isObject(share) && isId(share.repId) && typeof share.basisPoints === 'number';

const wrong = (cells: Cells, key: string, shape: string): undefined => {
  cells.wrong('details', 'DetailIsNo', { key, shape });
};
