import { allocate } from '#kernel/money.js';

/** Weights are integers from 0 on; where all are 0, every one counts the same. */
type Weighted<T> = T & Readonly<{ weight: number }>;

export type PlannedPart<P> = Readonly<{
  period: P;
  /** In minor units, or a number of deals or activities, as all amounts here. */
  amount: number;
  members: readonly Readonly<{ repId: string; amount: number }>[];
}>;

/**
 * A quota spread over the parts of its period by season, and each part cascaded to the members of the team: the members
 * add up to the part and the parts to the quota, by largest remainders. Without members, parts only.
 */
export const quotaPlan = <P>(
  amount: number,
  parts: readonly Weighted<{ period: P }>[],
  members: readonly Weighted<{ repId: string }>[],
): readonly PlannedPart<P>[] => {
  const ofParts = allocate(amount, weightsOf(parts));
  return parts.map(({ period }, place) => {
    const ofPart = ofParts[place] ?? 0;
    const ofMembers = members.length === 0 ? [] : allocate(ofPart, weightsOf(members));
    return {
      period,
      amount: ofPart,
      members: members.map(({ repId }, index) => ({ repId, amount: ofMembers[index] ?? 0 })),
    };
  });
};

const weightsOf = (items: readonly Weighted<unknown>[]): readonly number[] => items.map(({ weight }) => weight);
