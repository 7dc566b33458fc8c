import type { Entry } from './read-store.js';

/** The first `limit` entries by an integer column, then the key; nulls first, or last when descending. */
export const firstBy = <Doc extends object>(
  entries: readonly Entry<Doc>[],
  column: Extract<keyof Doc, string>,
  descending: boolean,
  limit: number,
): readonly Entry<Doc>[] => {
  const sign = descending ? -1 : 1;
  const rankOf = ({ doc }: Entry<Doc>): number =>
    (doc[column] as number | null | undefined) ?? Number.NEGATIVE_INFINITY;
  return entries
    .toSorted((a, b) => {
      const [x, y] = [rankOf(a), rankOf(b)];
      if (x !== y) return x < y ? -sign : sign;
      return a.key < b.key ? -sign : sign;
    })
    .slice(0, limit);
};
