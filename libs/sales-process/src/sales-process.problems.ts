import type { ProblemMap } from '#http/problem.js';
import type { ProcessRefusal } from './sales-process.contract.js';

export const processProblems: ProblemMap<ProcessRefusal> = {
  ProcessAlreadyExists: { status: 409, title: 'The process exists already' },
  ProcessNameMissing: { status: 409, title: 'A process needs a name' },
  StagesMissing: { status: 409, title: 'A process needs stages' },
  StageRepeated: { status: 409, title: 'A stage is there twice' },
  StageNameMissing: { status: 409, title: 'A stage needs a name' },
  ProbabilityOutOfRange: { status: 409, title: 'A probability goes from 0 to 1' },
  RotAfterDaysNotPositive: { status: 409, title: 'A stage rots after a day or more' },
};
