import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LandingInput, landingOf } from './landing.js';

const input: LandingInput = { won: 100, open: [], newBusiness: [], quota: 200, winRate: 0.25 };

describe('a landing', () => {
  it('is what is won, what open deals bring by their probabilities, and the mean of new business', () => {
    const open = [
      { amount: 100, probability: 0.5 },
      { amount: 40, probability: 0.25 },
    ];
    const landing = landingOf({ ...input, open, newBusiness: [10, 30] });
    expect(landing).toMatchObject({ projected: 180, expectedFromOpen: 60, expectedNewBusiness: 20, gap: 20 });
    // Bernoulli: 100² × ¼ + 40² × 3⁄16 = 2800; sample: 200; together √3000 × 1.2816 = 70.2.
    expect([landing.low, landing.high]).toEqual([110, 250]);
    expect([landing.deviation, landing.pipelineNeeded]).toEqual([55, 80]);
  });

  it('is met once the quota is won, on track when it is projected, at risk in reach, and else will miss', () => {
    expect(landingOf({ ...input, won: 200 }).state).toBe('met');
    expect(landingOf({ ...input, open: [{ amount: 100, probability: 1 }] }).state).toBe('onTrack');
    expect(landingOf({ ...input, open: [{ amount: 150, probability: 0.5 }] }).state).toBe('atRisk');
    expect(landingOf({ ...input, open: [{ amount: 10, probability: 0.5 }] }).state).toBe('willMiss');
  });

  it('says nothing of a quota that there is not, nor of the pipeline needed where nothing was ever closed', () => {
    expect(landingOf({ ...input, quota: null })).toMatchObject({ gap: null, pipelineNeeded: null, state: null });
    expect(landingOf({ ...input, winRate: null })).toMatchObject({ gap: 100, pipelineNeeded: null });
    expect(landingOf({ ...input, winRate: null, won: 300 })).toMatchObject({ gap: 0, pipelineNeeded: 0 });
  });

  it('lies in its range, which begins at no less than what is won', () => {
    const open = fc.array(fc.record({ amount: fc.nat(1e9), probability: fc.double({ min: 0, max: 1, noNaN: true }) }));
    fc.assert(
      fc.property(fc.nat(1e9), open, fc.array(fc.nat(1e9), { maxLength: 4 }), (won, deals, newBusiness) => {
        const { low, projected, high } = landingOf({ ...input, won, open: deals, newBusiness });
        expect(won <= low && low <= projected && projected <= high).toBe(true);
      }),
    );
  });
});
