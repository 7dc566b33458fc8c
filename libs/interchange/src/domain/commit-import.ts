import type { Outcome } from '#kernel/outcome.js';
import type { ImportCommitted } from './import.events.js';
import type { Import } from './import.state.js';

export type CommitImport = ImportCommitted['data'];

/** An import that is committed stays with the rights of who was first to do so. */
export const commitImport = (command: CommitImport, { committedBy }: Import): Outcome<ImportCommitted> =>
  committedBy === null ? [{ type: 'ImportCommitted', data: command }] : [];
