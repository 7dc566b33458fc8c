import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppendOutcome, AppendRequest } from './log-writer.js';
import { batchMessage, batchOf, outcomesMessage, outcomesOf } from './writer-messages.js';

const text = fc.string({ unit: 'binary' });
const event = fc.record({ id: text, type: text, data: text, metadata: text });
const expected = fc.oneof(fc.constant('no_stream' as const), fc.nat());
const append: fc.Arbitrary<AppendRequest> = fc.record({ stream: text, expected, events: fc.array(event) });
const outcome: fc.Arbitrary<AppendOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('appended' as const), revision: fc.nat(), position: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant('wrong' as const), actual: fc.oneof(fc.constant('no_stream' as const), fc.nat()) }),
  fc.record({ kind: fc.constant('unavailable' as const), reason: text }),
);

describe('what goes between the threads', () => {
  it('is the batch that was sent', () => {
    fc.assert(
      fc.property(fc.array(append), fc.nat(), (appends, now) => {
        expect(batchOf(structuredClone(batchMessage({ appends, now })))).toEqual({ appends, now });
      }),
    );
  });

  it('is the outcome of each append, in order', () => {
    fc.assert(
      fc.property(fc.array(outcome), (outcomes) => {
        expect(outcomesOf(structuredClone(outcomesMessage(outcomes)))).toEqual(outcomes);
      }),
    );
  });
});
