import { describe, expect, it } from 'vitest';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import { at, given, SOME_TIME } from './given.js';

type LampLit = DomainEvent<'LampLit', Readonly<{ watts: number; colour?: string }>>;
type LampBroken = DomainEvent<'LampBroken', Readonly<{ watts: number }>>;
type Lamp = Readonly<{ watts: number; since: string; broken: boolean }>;

const lamp: Decider<Lamp | null, LampLit | LampBroken> = {
  category: 'lamp',
  types: { LampLit: 'lamp-lit.v1', LampBroken: 'lamp-broken.v1' },
  initial: null,
  evolve: (_state, event, since) => ({ watts: event.data.watts, since, broken: event.type === 'LampBroken' }),
};
const lit: LampLit = { type: 'LampLit', data: { watts: 40 } };
const broken: LampBroken = { type: 'LampBroken', data: { watts: 40 } };

const light = (watts: number, state: Lamp | null): Outcome<LampLit, 'LampAlreadyBroken'> => {
  if (state?.broken) return reject('LampAlreadyBroken', 'A broken lamp stays dark');
  return state?.watts === watts ? [] : [{ type: 'LampLit', data: { watts } }];
};
const dim = (_: null, state: Lamp, by: number): Outcome<LampLit> => [
  { type: 'LampLit', data: { watts: state.watts - by } },
];

describe('given, when, then', () => {
  it('folds the facts before the decision, each at its time', () => {
    given(lamp)().thenState(null);
    given(lamp)(lit).thenState({ watts: 40, since: SOME_TIME, broken: false });
    given(lamp)(lit, at('2017-03-01T00:00:00.000Z', broken)).thenState({
      watts: 40,
      since: '2017-03-01T00:00:00.000Z',
      broken: true,
    });
  });

  it('accepts exactly the events that were decided', () => {
    given(lamp)().when(light, 40).then(lit);
    given(lamp)(lit).when(light, 40).thenNothing();
    given(lamp)(lit)
      .when(dim, null, 15)
      .then({ type: 'LampLit', data: { watts: 25 } });
    given(lamp)(broken).when(light, 40).thenRejected('LampAlreadyBroken');
    given(lamp)(broken).when(light, 40).thenRejected('LampAlreadyBroken', 'A broken lamp stays dark');
  });

  it('fails on anything less, more or else', () => {
    const failing: (() => void)[] = [
      () => given(lamp)().when(light, 40).then(),
      () => given(lamp)().when(light, 40).then(lit, lit),
      () => given(lamp)().when(light, 60).then(lit),
      () =>
        given(lamp)()
          .when(light, 40)
          // @ts-expect-error: an undefined field is not an absent one, neither here nor in the log
          .then({ type: 'LampLit', data: { watts: 40, colour: undefined } }),
      () => given(lamp)().when(light, 40).thenNothing(),
      () => given(lamp)().when(light, 40).thenRejected('LampAlreadyBroken'),
      () => given(lamp)(broken).when(light, 40).thenNothing(),
      () => given(lamp)(broken).when(light, 40).thenRejected('LampAlreadyBroken', 'Another sentence'),
      // @ts-expect-error: a refusal that the decision does not know does not compile
      () => given(lamp)(broken).when(light, 40).thenRejected('LampTooHot'),
    ];
    for (const fail of failing) expect(fail).toThrow();
  });
});
