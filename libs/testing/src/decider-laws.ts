import fc from 'fast-check';
import { expect } from 'vitest';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';

/** A command with all its facts, to be decided on whatever state the record is in. */
export type Attempt<S, E> = (state: S) => Outcome<E, string>;

/** An attempt of a command that needs the record to exist; on none it does nothing. */
export const onExisting =
  <S, E>(attempt: Attempt<S, E>): Attempt<S | null, E> =>
  (state) =>
    state === null ? [] : attempt(state);

const AT: Instant = '2017-03-01T09:00:00.000Z';

/**
 * Runs random series of commands and checks what holds for every decider: an accepted command that is repeated at once
 * does nothing; whatever was decided folds into a state of plain JSON; each event has a stored name of its own. The
 * series must between them reach every event, or they prove nothing.
 */
export const obeysDeciderLaws = <S, E extends DomainEvent>(
  { types, initial, evolve }: Decider<S, E>,
  attempts: fc.Arbitrary<Attempt<S, E>>,
): void => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(attempts, { maxLength: 30, size: 'max' }), (series) => {
      let state = initial;
      for (const attempt of series) {
        const outcome = attempt(state);
        if (isRejected(outcome)) continue;
        for (const event of outcome) {
          state = evolve(state, event, AT);
          reached.add(event.type);
        }
        expect(attempt(state)).toEqual([]);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }
    }),
    { numRuns: 300 },
  );
  expect([...reached].sort()).toEqual(Object.keys(types).sort());
  const stored = Object.values<string>(types);
  expect(new Set(stored).size).toBe(stored.length);
  for (const name of stored) expect(name).toMatch(/^[a-z-]+\.v\d+$/);
};
