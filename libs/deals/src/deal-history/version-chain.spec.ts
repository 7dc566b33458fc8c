import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stateAt, statesOf, type VersionChain, withVersion } from './version-chain.js';

type State = Readonly<{ stage: string; amount: { amount: number }; owner: string | null; fields: object }>;

const state: fc.Arbitrary<State> = fc.record({
  stage: fc.constantFrom('a', 'b'),
  amount: fc.record({ amount: fc.nat(3) }),
  owner: fc.constantFrom('ann', null),
  fields: fc.dictionary(fc.constantFrom('x', 'y'), fc.nat(1), { noNullPrototype: true }),
});

it('a chain gives back every state, in order', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 1 }), (states) => {
      const chain = states.reduce<VersionChain<State> | null>((before, each) => withVersion(before, each), null);
      expect(chain && statesOf(chain)).toEqual(states);
      expect(states.map((_, place) => chain && stateAt(chain, place))).toEqual(states);
      expect(chain?.latest).toEqual(states.at(-1));
    }),
  );
});

it('a chain keeps of an earlier state only what changed', () => {
  const first = { stage: 'a', amount: { amount: 1 }, owner: null, fields: {} };
  const chain = withVersion(withVersion<State>(null, first), { ...first, amount: { amount: 1 }, stage: 'b' });
  expect(chain.before).toEqual([{ stage: 'a' }]);
});
