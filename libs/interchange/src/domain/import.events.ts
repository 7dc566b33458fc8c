import type { Role } from '#kernel/actor.js';
import type { DomainEvent } from '#kernel/event.js';

/** A file, or a folder of them, was uploaded and could be read; nothing of it is imported yet. */
export type ImportUploaded = DomainEvent<
  'ImportUploaded',
  Readonly<{
    importId: string;
    /** What its rows are: `deal_events`, `customers`, …; of a folder, its format: `annals`, `crm-sales`. */
    kind: string;
    /** As whoever uploaded it named it; of a folder, the names of its files. */
    fileName: string;
    sha256: string;
    rows: number;
    /** Our column to the column of the file that holds it; a column that is not here goes by its own name. */
    columns: Readonly<Record<string, string>>;
    /** The mark before decimals, where whoever uploaded it said which. */
    decimal?: '.' | ',';
  }>
>;

/**
 * What becomes of rows of customers who are likely there already: they are added all the same, left out, or added and then
 * merged into who is there.
 */
export type DuplicateChoice = 'create' | 'skip' | 'useExisting';

/** Somebody wants it imported, with the rights that they had then. */
export type ImportCommitted = DomainEvent<
  'ImportCommitted',
  Readonly<{
    importId: string;
    committedBy: Readonly<{ id: string; role: Role }>;
    /** Missing: `create`. */
    duplicates?: Exclude<DuplicateChoice, 'create'>;
  }>
>;

export type ImportCompleted = DomainEvent<
  'ImportCompleted',
  Readonly<{
    importId: string;
    rows: number;
    accepted: number;
    unchanged: number;
    rejected: number;
    repaired: number;
    /** Facts that it appended, in the run that completed it. */
    events: number;
  }>
>;

export type ImportEvent = ImportUploaded | ImportCommitted | ImportCompleted;
