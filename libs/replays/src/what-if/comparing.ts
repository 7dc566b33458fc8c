import type { ReadAt } from '#http/read-at.js';
import type { Ask, Question, Reads } from '../questions/question.js';
import type { Row } from '../replay/replay-task.js';
import { comparedRows } from './compared.js';
import { readsUnder, type Scenario } from './scenario.js';

/** Answers a question from what was and from what would have been, side by side. */
export const comparing = (
  question: Question,
  ask: Ask,
  scenario: Scenario,
  reads: Reads,
): ((at: ReadAt) => Promise<readonly Row[]>) => {
  const other = readsUnder(scenario, reads);
  return async (at) => comparedRows(question, await ask(at, reads), await ask(at, other));
};
