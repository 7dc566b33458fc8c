import type { KnownCustomers } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import type { DuplicateChoice } from '../domain/import.events.js';

/** How files of the annals format are to be understood, where they do not say it themselves. */
export type ImportHow = Readonly<{
  /** Our column to theirs; a column that is not there goes by its own name. */
  columns?: Readonly<Record<string, string>>;
  /** The mark before decimals in CSV files. Default: a point; with semicolons or tabs between cells, what is unambiguous. */
  decimal?: '.' | ',';
  /** Default: every customer is added. `customers` is asked for those who are there before any row is imported. */
  duplicates?: Readonly<{ choice: DuplicateChoice; customers: () => Promise<KnownCustomers> }>;
}>;
