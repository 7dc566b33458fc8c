import {
  type DuplicateMatch,
  type Identity,
  isStrong,
  type KnownCustomers,
  KnownIdentities,
  matchKeysOf,
} from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { contactsOfRow } from '../annals/customer-commands.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';

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

/** Finds likely duplicates among rows of customers, as they come. */
export class DuplicateRows {
  readonly #above = new KnownIdentities();
  readonly #lines = new Map<string, Readonly<{ line: number; name: string }>>();

  constructor(private readonly customers: KnownCustomers) {}

  /**
   * Null: it is like none, or it is of a customer who is there under its own id, or it has no id or name and will be
   * rejected.
   */
  look(row: Row): DuplicateRow | null {
    const id = row.cells.get('id');
    const name = row.cells.get('name');
    if (id === undefined || name === undefined || this.customers.has(id)) return null;
    const identity: Identity = { name, contacts: contactsOfRow(new Cells(row)) };
    const keys = matchKeysOf(identity);
    const above = [...this.#above.alike(keys)]
      .filter(([other]) => other !== id)
      .map(([other, matches]) => ({ id: other, matches, weak: !isStrong(matches), ...this.#lineOf(other) }))
      .toSorted((a, b) => Number(a.weak) - Number(b.weak) || a.line - b.line);
    if (this.#lines.size < MOST_COMPARED && !this.#lines.has(id)) {
      this.#above.add(id, keys);
      this.#lines.set(id, { line: row.line, name });
    }
    const there = this.customers.alike(identity).map(({ id: other, name: called, matches, weak }) => ({
      ...{ id: other, name: called, line: null, matches, weak },
    }));
    const alike = [...there.slice(0, TOLD), ...above.slice(0, TOLD)];
    return alike.length === 0 ? null : { file: row.file, line: row.line, id, name, alike };
  }

  #lineOf(id: string): Readonly<{ line: number; name: string }> {
    const place = this.#lines.get(id);
    if (!place) throw new Error(`Row ${id} was never looked at`);
    return place;
  }
}

/** Whom a row stands for: the likeliest by more than a domain, customers first. Null: it is nobody's duplicate. */
export const sameAs = ({ alike }: DuplicateRow): string | null => alike.find(({ weak }) => !weak)?.id ?? null;
