import type { Attainment } from '../api/team.js';

export const COUNT_MEASURES = ['deals', 'activities'] as const;

export type Counted = Readonly<{
  measure: (typeof COUNT_MEASURES)[number];
  reached: number;
  quota: number;
  attainment: number | null;
  pace: Attainment['pace'];
}>;

/** Those of deals and activities: what they count is no money. */
export const counted = (attainments: readonly Attainment[] = []): readonly Counted[] =>
  attainments.flatMap(({ measure, reached, quota, ...more }) =>
    measure === 'amount' || typeof reached !== 'number' || typeof quota !== 'number'
      ? []
      : [{ measure, reached, quota, ...more }],
  );
