/** Bounds of a share, from 0 to 1. */
export type Interval = Readonly<{ low: number; high: number }>;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/**
 * The 95 % score interval of a share of `cases`: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n). Unlike p ± z·s it
 * stays within 0 and 1 and means something for few cases. E. B. Wilson, "Probable Inference, the Law of Succession, and
 * Statistical Inference", JASA 22 (1927) 209–212. Without cases it is all from 0 to 1.
 */
export const wilsonInterval = (share: number, cases: number): Interval => {
  if (cases <= 0) return { low: 0, high: 1 };
  const z2 = (Z * Z) / cases;
  const middle = share + z2 / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / cases + z2 / (4 * cases));
  return { low: Math.max(0, (middle - reach) / (1 + z2)), high: Math.min(1, (middle + reach) / (1 + z2)) };
};
