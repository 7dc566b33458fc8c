type Row = Readonly<{ repId: string; name: string; value: number }>;

export type Ranked<T> = Readonly<{ rank: number }> & T;

/** From the highest value down; equal values share a rank, and the next one counts them all: 1, 1, 3. */
export const ranked = (rows: readonly Row[]): readonly Ranked<Row>[] => {
  const sorted = rows.toSorted((a, b) => b.value - a.value || compare(a.name, b.name) || compare(a.repId, b.repId));
  const ranks = new Map<number, number>();
  return sorted.map((row, index) => {
    const rank = ranks.get(row.value) ?? index + 1;
    ranks.set(row.value, rank);
    return { rank, ...row };
  });
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
