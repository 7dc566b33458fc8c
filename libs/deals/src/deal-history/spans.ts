/**
 * A state that held from `validFrom` until before `validTo`, as was known from `knownFrom` until before `knownTo`, all in
 * milliseconds since 1970. Null: no end. A rectangle in both time axes (R. Snodgrass, Developing Time-Oriented Database Applications in SQL,
 * 1999, ch. 10): the rectangles of one record never overlap.
 */
export type Span<S> = Readonly<{
  validFrom: number;
  validTo: number | null;
  knownFrom: number;
  knownTo: number | null;
  state: S;
}>;

/**
 * The spans after one more fact, true from `at` on, not before any other, and recorded at `recordedAt`. A span without a
 * duration stays in the list, for those who ask which states a record passed through. Those of current knowledge come in
 * the order of time.
 */
export const withFact = <S>(
  spans: readonly Span<S>[],
  state: S,
  at: number,
  recordedAt: number,
): readonly Span<S>[] => {
  const knownFrom = knownAfter(spans, recordedAt);
  return [
    ...spans.flatMap((span) =>
      isCurrent(span) ? [...superseded(span, knownFrom), { ...span, validTo: at, knownFrom }] : [span],
    ),
    { validFrom: at, validTo: null, knownFrom, knownTo: null, state },
  ];
};

/**
 * The spans after a correction of what was true from `from` on, recorded at `recordedAt`. What was known until then is
 * kept; from then on each state is known as `correct` makes it, which gives back the same when nothing is wrong with it.
 * `begins`: the state begins with the correction, in the middle of one that was thought to go on.
 */
export const withCorrection = <S>(
  spans: readonly Span<S>[],
  from: number,
  recordedAt: number,
  correct: (state: S, validFrom: number, begins: boolean) => S,
): readonly Span<S>[] => {
  const knownFrom = knownAfter(spans, recordedAt);
  return spans.flatMap((span) => {
    const { validFrom, validTo, knownTo } = span;
    const begins = validFrom < from;
    if (knownTo !== null || (begins && validTo !== null && validTo <= from)) return [span];
    const state = correct(span.state, begins ? from : validFrom, begins);
    if (state === span.state) return [span];
    const known = { ...span, knownFrom };
    return [
      ...superseded(span, knownFrom),
      ...(begins
        ? [
            { ...known, validTo: from },
            { ...known, validFrom: from, state },
          ]
        : [{ ...known, state }]),
    ];
  });
};

/** Since when something recorded at `recordedAt` is known: the clock of the log may go back, what a record knows does not. */
const knownAfter = (spans: readonly Span<unknown>[], recordedAt: number): number =>
  spans.reduce((latest, { knownFrom }) => Math.max(latest, knownFrom), recordedAt);

/** Whether the span is what is known to be true now. */
export const isCurrent = ({ validTo, knownTo }: Span<unknown>): boolean => validTo === null && knownTo === null;

/** What was known of a span until something else was: nothing when that was at the same instant. */
const superseded = <S>(span: Span<S>, knownTo: number): readonly Span<S>[] =>
  span.knownFrom === knownTo ? [] : [{ ...span, knownTo }];

/** Whether the span can hold at any instant at all. */
export const hasDuration = ({ validFrom, validTo }: Span<unknown>): boolean => validTo === null || validFrom < validTo;

/** The span that held at `asOf`, as known at `knownAt`. */
export const spanAt = <S>(spans: readonly Span<S>[], asOf: number, knownAt: number): Span<S> | null =>
  spans.find(
    ({ validFrom, validTo, knownFrom, knownTo }) =>
      validFrom <= asOf &&
      (validTo === null || asOf < validTo) &&
      knownFrom <= knownAt &&
      (knownTo === null || knownAt < knownTo),
  ) ?? null;
