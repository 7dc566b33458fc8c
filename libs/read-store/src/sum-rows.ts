import type { SumRow } from './read-store.js';

/** One row a group, from rows of several ranges; a group without entries has none. */
export const mergeSums = (rows: readonly SumRow[]): readonly SumRow[] => {
  const merged = new Map<string, SumRow>();
  for (const row of rows) {
    if (row.count === 0) continue;
    const group = JSON.stringify(row.group);
    const known = merged.get(group);
    merged.set(
      group,
      known
        ? {
            group: row.group,
            count: known.count + row.count,
            sums: known.sums.map((sum, at) => sum + (row.sums[at] ?? 0)),
          }
        : row,
    );
  }
  return [...merged.values()];
};
