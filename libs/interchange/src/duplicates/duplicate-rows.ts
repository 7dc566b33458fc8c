import {
  type DuplicateMatch,
  type Identity,
  isStrong,
  type KnownCustomers,
  KnownIdentities,
  matchKeysOf,
} from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { inTurnsAsTheyCome } from '#projections/in-turns.js';
import { contactsOfRow } from '../annals/customer-commands.js';
import { Cells } from '../rows/cells.js';
import type { ReadRow, Row } from '../rows/row.js';

/** Who a row is likely the same as: a customer who is there, or (with its `line`) a row above. */
export type AlikeRow = Readonly<{
  id: string;
  name: string;
  line: number | null;
  matches: readonly DuplicateMatch[];
  weak: boolean;
}>;

/** A row of customers, and who it is likely the same as: customers, then rows above, each the likeliest first. */
export type DuplicateRow = Readonly<{
  file: string;
  line: number;
  id: string;
  name: string;
  alike: readonly AlikeRow[];
}>;

/** Rows beyond are compared with the customers and with these alone: what is compared with is in memory. */
const MOST_COMPARED = 100_000;
/** Of each kind. */
const TOLD = 5;

/**
 * Visits the rows of customers that are likely the same as a customer who is there, or as a row above. The rows are read
 * twice: what most of them have in common tells nothing, whichever comes first.
 */
export const eachDuplicate = async (
  rows: () => AsyncIterable<ReadRow>,
  customers: KnownCustomers,
  visit: (row: DuplicateRow) => void,
): Promise<void> => {
  const duplicates = new DuplicateRows(customers);
  await inTurnsAsTheyCome(rows(), (row) => duplicates.meet(row));
  await inTurnsAsTheyCome(rows(), (row) => {
    const found = duplicates.look(row);
    if (found !== null) visit(found);
  });
};

type NewRow = Readonly<{ row: Row; id: string; name: string; identity: Identity }>;

/** First all rows are met, then each is looked at, in the same order. */
class DuplicateRows {
  readonly #met = new KnownIdentities();
  readonly #places = new Map<string, Readonly<{ line: number; name: string }>>();
  /** Of those that were met, whose row was looked at. */
  readonly #above = new Set<string>();

  constructor(private readonly customers: KnownCustomers) {}

  meet(read: ReadRow): void {
    const met = this.#newRow(read);
    if (met === null || this.#places.size >= MOST_COMPARED || this.#places.has(met.id)) return;
    this.#met.add(met.id, matchKeysOf(met.identity));
    this.#places.set(met.id, { line: met.row.line, name: met.name });
  }

  /** Null: it is like none, or it says more of a row above under its own id. */
  look(read: ReadRow): DuplicateRow | null {
    const looked = this.#newRow(read);
    if (looked === null || this.#above.has(looked.id)) return null;
    const { row, id, name, identity } = looked;
    const above = [...this.#met.alike(matchKeysOf(identity))]
      .filter(([other]) => this.#above.has(other))
      .map(([other, matches]) => ({ id: other, matches, weak: !isStrong(matches), ...this.#placeOf(other) }))
      .toSorted((a, b) => Number(a.weak) - Number(b.weak) || a.line - b.line);
    if (this.#places.has(id)) this.#above.add(id);
    const there = this.customers.alike(identity).map(({ id: other, name: called, matches, weak }) => ({
      ...{ id: other, name: called, line: null, matches, weak },
    }));
    const alike = [...there.slice(0, TOLD), ...above.slice(0, TOLD)];
    return alike.length === 0 ? null : { file: row.file, line: row.line, id, name, alike };
  }

  /** Null: it is of a customer who is there under its own id, or it has no id or name and will be rejected. */
  #newRow(row: ReadRow): NewRow | null {
    if ('unreadable' in row) return null;
    const id = row.cells.get('id');
    const name = row.cells.get('name');
    if (id === undefined || name === undefined || this.customers.has(id)) return null;
    return { row, id, name, identity: { name, contacts: contactsOfRow(new Cells(row)) } };
  }

  #placeOf(id: string): Readonly<{ line: number; name: string }> {
    const place = this.#places.get(id);
    if (!place) throw new Error(`Row ${id} was never met`);
    return place;
  }
}

/** Whom a row stands for: the likeliest by more than a domain, customers first. Null: it is nobody's duplicate. */
export const sameAs = ({ alike }: DuplicateRow): string | null => alike.find(({ weak }) => !weak)?.id ?? null;
