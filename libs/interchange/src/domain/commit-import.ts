import { type Outcome, reject } from '#kernel/outcome.js';
import type { DuplicateChoice, ImportCommitted } from './import.events.js';
import type { Import } from './import.state.js';

export type CommitImport = Omit<ImportCommitted['data'], 'duplicates'> &
  Readonly<{
    /** Null: as before where it is committed again, else `create`. */
    duplicates: DuplicateChoice | null;
  }>;
export type CommitImportRefusal = 'ImportCommittedOtherwise' | 'NoCustomersInImport';

/** What may hold customers whose duplicates are sought. */
const WITH_CUSTOMERS = ['customers', 'annals'];

const holdsCustomers = (kind: string): boolean => WITH_CUSTOMERS.includes(kind);

/** An import that is committed stays with the rights, and the choice, of who was first to do so. */
export const commitImport = (
  { importId, committedBy, duplicates }: CommitImport,
  { kind, committedBy: before, duplicates: chosen }: Import,
): Outcome<ImportCommitted, CommitImportRefusal> => {
  const choice = duplicates ?? chosen ?? 'create';
  if (choice !== 'create' && !holdsCustomers(kind)) {
    return reject('NoCustomersInImport', `Duplicates are sought among customers; ${importId} is of ${kind}`);
  }
  if (before !== null) {
    if (choice === chosen) return [];
    return reject('ImportCommittedOtherwise', `Import ${importId} was committed with duplicates: ${chosen}`);
  }
  return [
    { type: 'ImportCommitted', data: { importId, committedBy, ...(choice !== 'create' && { duplicates: choice }) } },
  ];
};
