import type { Instant } from '#kernel/instant.js';

/**
 * A state that held from `validFrom` until before `validTo`, as was known from `knownFrom` until before `knownTo`.
 * Null: no end. A rectangle in both time axes (R. Snodgrass, Developing Time-Oriented Database Applications in SQL,
 * 1999, ch. 10): the rectangles of one record never overlap.
 */
export type Span<S> = Readonly<{
  validFrom: Instant;
  validTo: Instant | null;
  knownFrom: Instant;
  knownTo: Instant | null;
  state: S;
}>;

/**
 * The spans after one more fact, true from `at` on and recorded at `recordedAt`. Spans keep their places in the list,
 * so that each can be stored under its place; `changed` are the places that are new or different. A span without a
 * duration stays in the list, for those who ask which states a record passed through.
 */
export const withFact = <S>(
  spans: readonly Span<S>[],
  state: S,
  at: Instant,
  recordedAt: Instant,
): Readonly<{ spans: readonly Span<S>[]; changed: readonly number[] }> => {
  const next = [...spans];
  const changed: number[] = [];
  const put = (place: number, span: Span<S>): void => {
    next[place] = span;
    changed.push(place);
  };
  const tailAt = spans.findLastIndex(({ validTo, knownTo }) => validTo === null && knownTo === null);
  const tail = spans[tailAt];
  if (tail) {
    const ended = { ...tail, validTo: at };
    if (tail.knownFrom === recordedAt) {
      put(tailAt, ended);
    } else {
      put(tailAt, { ...tail, knownTo: recordedAt });
      put(next.length, { ...ended, knownFrom: recordedAt });
    }
  }
  put(next.length, { validFrom: at, validTo: null, knownFrom: recordedAt, knownTo: null, state });
  return { spans: next, changed };
};

/** Whether the span can hold at any instant at all. */
export const hasDuration = ({ validFrom, validTo }: Span<unknown>): boolean => validTo === null || validFrom < validTo;

/** The span that held at `asOf`, as known at `knownAt`. */
export const spanAt = <S>(spans: readonly Span<S>[], asOf: Instant, knownAt: Instant): Span<S> | null =>
  spans.find(
    ({ validFrom, validTo, knownFrom, knownTo }) =>
      validFrom <= asOf &&
      (validTo === null || asOf < validTo) &&
      knownFrom <= knownAt &&
      (knownTo === null || knownAt < knownTo),
  ) ?? null;
