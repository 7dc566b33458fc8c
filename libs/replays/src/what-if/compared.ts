import type { Column, Row } from '../replay/replay-task.js';

type Compared = Readonly<{ keys: readonly string[]; columns: readonly Column[] }>;

/** A column's name with what it says of a what-if behind it: `weightedWas`, `weightedWhatIf`, `weightedDifference`. */
const named = (name: string, what: 'Was' | 'WhatIf' | 'Difference'): string => `${name}${what}`;

const isMeasure = ({ keys }: Compared, { name, type }: Column): boolean =>
  !keys.includes(name) && (type === 'integer' || type === 'number');

/** The columns of a comparison: each measure thrice, everything else as it was. */
export const comparedColumns = (question: Compared): readonly Column[] =>
  question.columns.flatMap((column) =>
    isMeasure(question, column)
      ? (['Was', 'WhatIf', 'Difference'] as const).map((what) => ({ ...column, name: named(column.name, what) }))
      : [column],
  );

/**
 * What was beside what would be, a row for each that is in either, in the order of the question; what only the what-if
 * has comes last. What one of them has no row for is 0 there if it is a sum, else null: a ratio, or what the row that
 * there is does not have. What is null on a side has no difference.
 */
export const comparedRows = (question: Compared, was: readonly Row[], whatIf: readonly Row[]): readonly Row[] => {
  const keyOf = (row: Row): string => JSON.stringify(question.keys.map((key) => row[key] ?? null));
  const others = new Map(whatIf.map((row) => [keyOf(row), row]));
  const both = was.map((row) => {
    const key = keyOf(row);
    const other = others.get(key);
    others.delete(key);
    return comparedRow(question, row, other);
  });
  return [...both, ...[...others.values()].map((row) => comparedRow(question, undefined, row))];
};

const comparedRow = (question: Compared, was: Row | undefined, whatIf: Row | undefined): Row => {
  const compared: Record<string, string | number | null> = {};
  for (const column of question.columns) {
    const { name } = column;
    if (!isMeasure(question, column)) {
      compared[name] = was?.[name] ?? whatIf?.[name] ?? null;
      continue;
    }
    const isSum = column.type === 'integer' && [was, whatIf].some((row) => row && numberIn(row, name) !== null);
    const [before, after] = [was, whatIf].map((row) => (row ? numberIn(row, name) : isSum ? 0 : null));
    compared[named(name, 'Was')] = before ?? null;
    compared[named(name, 'WhatIf')] = after ?? null;
    compared[named(name, 'Difference')] = before == null || after == null ? null : after - before;
  }
  return compared;
};

const numberIn = (row: Row, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};
