import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LandingState } from './landing.js';
import { type LandingWatch, landingWatchDecider } from './landing-watch.state.js';
import { type SeeLanding, seeLanding } from './see-landing.js';

const seen = (to: LandingState, won = 0): SeeLanding => ({
  ...{ scope: 'rep', scopeId: 'ann', period: '2017-Q1', days: { from: '2017-01-01', to: '2017-04-01' }, to },
  ...{ quota: usd(100), won: usd(won), projected: usd(won), reasons: [], told: ['ann', 'mia'] },
});

const usd = (amount: number) => ({ amount, currency: 'USD' });

const AT = '2017-02-01T00:00:00.000Z';
const after = (...all: readonly SeeLanding[]): LandingWatch | null =>
  all.reduce<LandingWatch | null>(
    (watch, each) => seeLanding(each, watch).reduce((so, event) => landingWatchDecider.evolve(so, event, AT), watch),
    null,
  );

it('is a fact when the state changes, with what it was before', () => {
  expect(seeLanding(seen('atRisk'), null)).toMatchObject([
    { data: { from: null, to: 'atRisk', told: ['ann', 'mia'] } },
  ]);
  expect(seeLanding(seen('met', 100), after(seen('atRisk')))).toMatchObject([{ data: { from: 'atRisk', to: 'met' } }]);
});

it('is none when only the figures change', () => {
  expect(seeLanding(seen('atRisk', 50), after(seen('atRisk')))).toEqual([]);
});

it('tells nobody that they are on track from the start, but tells who is again', () => {
  expect(seeLanding(seen('onTrack'), null)).toMatchObject([{ data: { told: [] } }]);
  expect(seeLanding(seen('onTrack'), after(seen('willMiss')))).toMatchObject([{ data: { told: ['ann', 'mia'] } }]);
});

it('has a fact for each change of whatever is seen, however often it is seen', () => {
  const states = fc.array(fc.constantFrom<LandingState>('met', 'onTrack', 'atRisk', 'willMiss'), { minLength: 1 });
  fc.assert(
    fc.property(states, (all) => {
      const changes = all.filter((state, index) => state !== all[index - 1]).length;
      expect(after(...all.flatMap((state) => [seen(state), seen(state, 1)]))?.changes).toBe(changes);
    }),
  );
});
