import { type Outcome, reject } from '#kernel/outcome.js';
import type { ImportCompleted } from './import.events.js';
import type { Import } from './import.state.js';

export type CompleteImport = ImportCompleted['data'];
export type CompleteImportRefusal = 'ImportNotCommitted';

/** The first completion stands: a later run appended nothing. */
export const completeImport = (
  command: CompleteImport,
  { importId, committedBy, completed }: Import,
): Outcome<ImportCompleted, CompleteImportRefusal> => {
  if (committedBy === null) return reject('ImportNotCommitted', `Import ${importId} was not committed`);
  return completed === null ? [{ type: 'ImportCompleted', data: command }] : [];
};
