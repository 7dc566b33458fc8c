import type { ProblemMap } from '#http/problem.js';

/** The company has no business rule of its own yet: what can be stated of it can be true. */
export const companyProblems: ProblemMap<never> = {};
