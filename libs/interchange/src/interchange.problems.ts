import type { ProblemMap } from '#http/problem.js';
import type { CommitImportRefusal } from './domain/commit-import.js';
import type { UploadImportRefusal } from './domain/upload-import.js';

export const importProblems: ProblemMap<UploadImportRefusal> = {
  ImportAlreadyExists: { status: 409, title: 'The import is of another file' },
};

export const commitProblems: ProblemMap<CommitImportRefusal> = {
  ImportCommittedOtherwise: { status: 409, title: 'The import was committed with another choice' },
  NoCustomersInImport: { status: 409, title: 'The import has no customers' },
};
