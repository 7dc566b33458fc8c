import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasDuration, type Span, spanAt, withCorrection, withFact } from './spans.js';

/** Something recorded; `from` is when it began to be true, `value` what it set, null when it set something else. */
type Entry = Readonly<{ from: number; recordedAt: number; value: number | null; corrects: boolean }>;

const fact = (from: number, recordedAt: number, value: number | null): Entry => ({
  from,
  recordedAt,
  value,
  corrects: false,
});
const correction = (from: number, recordedAt: number, value: number): Entry => ({
  from,
  recordedAt,
  value,
  corrects: true,
});

const spansOf = (entries: readonly Entry[]): readonly Span<number | null>[] => {
  let spans: readonly Span<number | null>[] = [];
  entries.forEach(({ from, recordedAt, value, corrects }, index) => {
    if (corrects) {
      const set = entries.slice(0, index).filter((entry) => entry.value !== null && entry.from > from);
      const until = set.map((entry) => entry.from).sort((a, b) => a - b)[0];
      spans = withCorrection(spans, from, recordedAt, (state, validFrom) =>
        until === undefined || validFrom < until ? value : state,
      );
    } else {
      const before = spans.find(({ validTo, knownTo }) => validTo === null && knownTo === null)?.state ?? null;
      spans = withFact(spans, value ?? before, from, recordedAt);
    }
  });
  return spans;
};

/** What was true at `asOf` by a plain look at the entries known by `knownAt`: what was set last, by when it was true. */
const folded = (entries: readonly Entry[], asOf: number, knownAt: number): number | null =>
  entries
    .filter(({ from, recordedAt, value }) => from <= asOf && recordedAt <= knownAt && value !== null)
    .reduce<Entry | null>((last, entry) => (last === null || entry.from >= last.from ? entry : last), null)?.value ??
  null;

const isKnown = (entries: readonly Entry[], asOf: number, knownAt: number): boolean =>
  entries.some(({ from, recordedAt }) => from <= asOf && recordedAt <= knownAt);

/** How much later, how much later recorded, and how far back a correction reaches; null: a fact. */
const steps = fc.array(
  fc.record({ later: fc.nat(3), laterRecorded: fc.nat(3), sets: fc.boolean(), back: fc.option(fc.nat(12)) }),
  { minLength: 1, maxLength: 14 },
);

/** In the order of a log: neither axis runs backwards but for corrections, and several may share an instant. */
const entries = steps.map((all): readonly Entry[] => {
  let at = 0;
  let recorded = 0;
  let opened = -1;
  return all.map(({ later, laterRecorded, sets, back }, index) => {
    at += later;
    recorded = Math.max(recorded + laterRecorded, at);
    if (opened === -1) opened = at;
    return back === null || index === 0
      ? fact(at, recorded, sets || index === 0 ? index : null)
      : correction(Math.max(opened, at - back), recorded, index);
  });
});

describe('spans on both time axes', () => {
  it('answer at every pair of instants what was recorded, corrections of corrections included', () => {
    fc.assert(
      fc.property(entries, fc.nat(45), fc.nat(45), (recorded, t, k) => {
        const span = spanAt(spansOf(recorded).filter(hasDuration), t, k);
        expect(span?.state ?? null).toBe(folded(recorded, t, k));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never overlap, and leave no gap', () => {
    fc.assert(
      fc.property(entries, fc.nat(45), fc.nat(45), (recorded, t, k) => {
        const spans = spansOf(recorded).filter(hasDuration);
        const held = spans.filter((span) => spanAt([span], t, k) !== null);
        expect(held.length).toBe(isKnown(recorded, t, k) ? 1 : 0);
      }),
      { numRuns: 1_000 },
    );
  });

  describe('where the clock of the log goes back', () => {
    const stepping = fc
      .tuple(entries, fc.array(fc.nat(4), { minLength: 14, maxLength: 14 }))
      .map(([recorded, back]) =>
        recorded.map((entry, n) => ({ ...entry, recordedAt: entry.recordedAt - (back[n] ?? 0) })),
      );

    it('are known in the order of the log', () => {
      fc.assert(
        fc.property(stepping, (recorded) => {
          const facts = recorded.filter(({ corrects }) => !corrects);
          let latest = Number.NEGATIVE_INFINITY;
          const inOrder = facts.map((entry) => {
            latest = Math.max(latest, entry.recordedAt);
            return { ...entry, recordedAt: latest };
          });
          expect(spansOf(facts)).toEqual(spansOf(inOrder));
        }),
      );
    });

    it('never overlap, and say in the end what was recorded', () => {
      fc.assert(
        fc.property(stepping, fc.nat(45), fc.nat(45), (recorded, t, k) => {
          const spans = spansOf(recorded).filter(hasDuration);
          expect(spans.filter((span) => spanAt([span], t, k) !== null).length).toBeLessThanOrEqual(1);
          expect(spanAt(spans, t, 1_000)?.state ?? null).toBe(folded(recorded, t, 1_000));
        }),
        { numRuns: 1_000 },
      );
    });
  });

  it('supersede what was known once something later is recorded', () => {
    const [jan, feb] = [1, 2] as const;
    expect(spansOf([fact(jan, jan, 1), fact(feb, feb, 2)])).toEqual([
      { validFrom: jan, validTo: null, knownFrom: jan, knownTo: feb, state: 1 },
      { validFrom: jan, validTo: feb, knownFrom: feb, knownTo: null, state: 1 },
      { validFrom: feb, validTo: null, knownFrom: feb, knownTo: null, state: 2 },
    ]);
  });

  it('need no superseded span for what was recorded together', () => {
    const [jan, feb, now] = [1, 2, 99] as const;
    expect(spansOf([fact(jan, now, 1), fact(feb, now, 2)])).toEqual([
      { validFrom: jan, validTo: feb, knownFrom: now, knownTo: null, state: 1 },
      { validFrom: feb, validTo: null, knownFrom: now, knownTo: null, state: 2 },
    ]);
  });

  it('are split where a correction begins, and keep what was known until then', () => {
    const [jan, feb, mar] = [1, 2, 3] as const;
    expect(spansOf([fact(jan, jan, 1), correction(feb, mar, 3)])).toEqual([
      { validFrom: jan, validTo: null, knownFrom: jan, knownTo: mar, state: 1 },
      { validFrom: jan, validTo: feb, knownFrom: mar, knownTo: null, state: 1 },
      { validFrom: feb, validTo: null, knownFrom: mar, knownTo: null, state: 3 },
    ]);
  });

  it('stay as known where a correction does not reach', () => {
    const [jan, feb, mar] = [1, 2, 3] as const;
    expect(spansOf([fact(jan, feb, 1), fact(feb, feb, 2), correction(jan, mar, 3)])).toEqual([
      { validFrom: jan, validTo: feb, knownFrom: feb, knownTo: mar, state: 1 },
      { validFrom: jan, validTo: feb, knownFrom: mar, knownTo: null, state: 3 },
      { validFrom: feb, validTo: null, knownFrom: feb, knownTo: null, state: 2 },
    ]);
  });
});
