import type { ProblemMap } from '#http/problem.js';
import type { SaveReportRefusal } from './domain/save-report.js';

export const reportProblems: ProblemMap<SaveReportRefusal> = {
  RecipientUnknown: { status: 409, title: 'There is no such rep to send it to' },
};
