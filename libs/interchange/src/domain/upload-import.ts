import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { ImportUploaded } from './import.events.js';
import type { Import } from './import.state.js';

export type UploadImport = ImportUploaded['data'];
export type UploadImportRefusal = 'ImportAlreadyExists';

export const uploadImport = (
  command: UploadImport,
  existing: Import | null,
): Outcome<ImportUploaded, UploadImportRefusal> => {
  if (existing === null) return [{ type: 'ImportUploaded', data: command }];
  const { committedBy: _by, duplicates: _duplicates, completed: _completed, ...uploaded } = existing;
  return sameJson(uploaded, command)
    ? []
    : reject('ImportAlreadyExists', `Import ${command.importId} is of another file`);
};
