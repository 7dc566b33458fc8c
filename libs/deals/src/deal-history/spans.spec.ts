import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '#kernel/instant.js';
import { hasDuration, type Span, spanAt, withFact } from './spans.js';

type Fact = Readonly<{ at: Instant; recordedAt: Instant; state: number }>;

const spansOf = (facts: readonly Fact[]): readonly Span<number>[] =>
  facts.reduce<readonly Span<number>[]>(
    (spans, { state, at, recordedAt }) => withFact(spans, state, at, recordedAt).spans,
    [],
  );

/** What was true at `asOf` by a plain look at the facts known by `knownAt`. */
const folded = (facts: readonly Fact[], asOf: Instant, knownAt: Instant): number | null =>
  facts.findLast(({ at, recordedAt }) => at <= asOf && recordedAt <= knownAt)?.state ?? null;

const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 12 });

/** Facts in the order of a log: neither axis runs backwards, and several may share an instant. */
const factsOf = (deltas: readonly (readonly [number, number])[]): readonly Fact[] => {
  let at = 0;
  let recorded = 0;
  return deltas.map(([later, laterRecorded], state) => {
    at += later;
    recorded = Math.max(recorded + laterRecorded, at);
    return { at: instantOf(at), recordedAt: instantOf(recorded), state };
  });
};

describe('spans on both time axes', () => {
  it('answer at every pair of instants what the facts say', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), fc.nat(40), (deltas, t, k) => {
        const facts = factsOf(deltas);
        const span = spanAt(spansOf(facts).filter(hasDuration), instantOf(t), instantOf(k));
        expect(span?.state ?? null).toBe(folded(facts, instantOf(t), instantOf(k)));
      }),
    );
  });

  it('never overlap', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), fc.nat(40), (deltas, t, k) => {
        const spans = spansOf(factsOf(deltas)).filter(hasDuration);
        expect(spans.filter((span) => spanAt([span], instantOf(t), instantOf(k)) !== null).length).toBeLessThanOrEqual(
          1,
        );
      }),
    );
  });

  it('supersede what was known once something later is recorded', () => {
    const [jan, feb] = ['2017-01-01T00:00:00.000Z', '2017-02-01T00:00:00.000Z'];
    expect(
      spansOf([
        { at: jan, recordedAt: jan, state: 1 },
        { at: feb, recordedAt: feb, state: 2 },
      ]),
    ).toEqual([
      { validFrom: jan, validTo: null, knownFrom: jan, knownTo: feb, state: 1 },
      { validFrom: jan, validTo: feb, knownFrom: feb, knownTo: null, state: 1 },
      { validFrom: feb, validTo: null, knownFrom: feb, knownTo: null, state: 2 },
    ]);
  });

  it('need no superseded span for what was recorded together', () => {
    const [jan, feb, now] = ['2017-01-01T00:00:00.000Z', '2017-02-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z'];
    expect(
      spansOf([
        { at: jan, recordedAt: now, state: 1 },
        { at: feb, recordedAt: now, state: 2 },
      ]),
    ).toEqual([
      { validFrom: jan, validTo: feb, knownFrom: now, knownTo: null, state: 1 },
      { validFrom: feb, validTo: null, knownFrom: now, knownTo: null, state: 2 },
    ]);
  });
});
