import { expect } from 'vitest';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';

/** When a fact was true that a spec gives no time. */
export const SOME_TIME: Instant = '2017-01-02T09:00:00.000Z';

type Dated<E> = Readonly<{ at: Instant; event: E }>;

/** A fact of that moment, for rules and states in which time counts: `given(at('2017-03-01T…Z', opened))`. */
export const at = <E extends DomainEvent>(instant: Instant, event: E): Dated<E> => ({ at: instant, event });

/**
 * `given(decider)(...facts).when(decide, command, ...more).then(...facts)`: what a decision makes of a history. All
 * comparisons are exact: each event, each field, and `undefined` is not the same as absent.
 */
export const given =
  <S, E extends DomainEvent>(decider: Decider<S, E>) =>
  (...history: readonly (E | Dated<E>)[]) => {
    const state = history.reduce<S>((before, fact) => {
      const { at, event } = 'event' in fact ? fact : { at: SOME_TIME, event: fact };
      return decider.evolve(before, event, at);
    }, decider.initial);
    return {
      /** The state after the given facts. */
      thenState: (expected: S): void => expect(state).toStrictEqual(expected),

      /** `more` are the facts beside the state that the decision asks for. */
      when: <Command, More extends readonly unknown[], Decided extends E, Code extends string>(
        decide: (command: Command, state: NonNullable<S>, ...more: More) => Outcome<Decided, Code>,
        command: Command,
        ...more: More
      ) => {
        // A decision that creates takes null as well; one that changes is never called on null by the runner either.
        const outcome = decide(command, state as NonNullable<S>, ...more);
        return {
          // biome-ignore lint/suspicious/noThenProperty: given, when, then is how a spec reads; nobody awaits this object
          then: (...expected: readonly Decided[]): void => expect(outcome).toStrictEqual(expected),
          thenNothing: (): void => expect(outcome).toStrictEqual([]),
          /** With `detail` the sentence is checked too. */
          thenRejected: (code: Code, detail?: string): void =>
            expect(outcome).toStrictEqual({
              rejected: code,
              detail: detail ?? (isRejected(outcome) ? outcome.detail : expect.any(String)),
            }),
        };
      },
    };
  };
