import type { Ranked } from './leaderboard-rows.js';

type Place = Readonly<{ rank: number; value: number }>;

/** `movement`: by how many ranks they have climbed (fallen: below 0) since the period before; null: they had none. */
export type Moved = Readonly<{ before: Place | null; movement: number | null }>;

/** `goalReached`: the quota of the period is met. `record`: more than in any period of this length before. */
export const BADGES = ['goalReached', 'record'] as const;
export type Badge = (typeof BADGES)[number];

type Ranking = Ranked<Readonly<{ repId: string; value: number }>>;

/** Tells how somebody moved since the rows before. */
export const movedSince = (before: readonly Ranking[]): ((row: Ranking) => Moved) => {
  const places = new Map(before.map(({ repId, rank, value }) => [repId, { rank, value }]));
  return ({ repId, rank }) => {
    const place = places.get(repId) ?? null;
    return { before: place, movement: place === null ? null : place.rank - rank };
  };
};

/** @param earlier values of the periods before; none: there is nothing to beat */
export const badgesOf = (value: number, earlier: readonly number[], attainment: number | null): readonly Badge[] => [
  ...(attainment !== null && attainment >= 1 ? (['goalReached'] as const) : []),
  ...(earlier.length > 0 && value > Math.max(...earlier) ? (['record'] as const) : []),
];
