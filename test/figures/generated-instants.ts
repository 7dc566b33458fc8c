import fc from 'fast-check';
import { type Fact, START } from './generated-history.js';
import type { At } from './plain-figures.js';

const HOUR = 3_600_000;

/** Random instants, and the very ones at which facts were true or recorded, a millisecond before and after. */
export const instantsOf = (facts: readonly Fact[]): fc.Arbitrary<At> => {
  const edges = facts.flatMap(({ at, recordedAt }) => [at, recordedAt]);
  const instant = fc.oneof(
    fc.nat(9_000).map((hours) => START + hours * HOUR),
    fc
      .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
      .map(([edge, off]) => Math.max(START, edge + off)),
  );
  return fc.record({ asOf: instant, knownAt: instant });
};
