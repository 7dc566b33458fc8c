import { backTestQuestion } from './back-test.question.js';
import type { Question } from './question.js';

/** What can be asked as of a series of instants, by name. */
export const questions: readonly Question[] = [backTestQuestion];
