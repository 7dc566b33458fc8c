import type { ProblemMap } from '#http/problem.js';
import type { UploadImportRefusal } from './domain/upload-import.js';

export const importProblems: ProblemMap<UploadImportRefusal> = {
  ImportAlreadyExists: { status: 409, title: 'The import is of another file' },
};
