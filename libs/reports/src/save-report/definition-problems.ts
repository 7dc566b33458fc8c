import { DEAL_DIMENSIONS } from '#forecasting/deal-groups.contract.js';
import type { SavedDefinition } from '../domain/saved-report.events.js';

/** `path` names the field. */
export type DefinitionProblem = Readonly<{ path: string; message: string }>;

type Said = Omit<SavedDefinition, 'filter'> & Readonly<{ filter: Readonly<Record<string, unknown>> }>;

/** What is wrong with fields that are each as they must be, beside one another. */
export const definitionProblems = ({ period, relative, compare, filter }: Said): readonly DefinitionProblem[] => {
  const known: readonly string[] = DEAL_DIMENSIONS;
  const problems: DefinitionProblem[] = Object.entries(filter)
    .filter(([name, value]) => !known.includes(name) || typeof value !== 'string')
    .map(([name]) => ({ path: `filter.${name}`, message: `must be a text by ${known.join(', ')}` }));
  if (period !== null && relative !== null) problems.push({ path: 'relative', message: 'must not be beside period' });
  if (compare.length > 0 && period === null && relative === null) {
    problems.push({ path: 'compare', message: 'takes a period that others can be compared with' });
  }
  return problems;
};
