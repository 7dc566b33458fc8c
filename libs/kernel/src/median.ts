/** The middle one of the numbers, or half-way between the two in the middle; null when there are none. */
export const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};
