import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LandingState, landingState } from './landing.js';
import { type LandingWatch, landingWatchDecider } from './landing-watch.state.js';
import { marginOf, type SeeLanding, seeLanding } from './see-landing.js';

const QUOTA = 1_000;
const MARGIN = 20;

type Figures = Readonly<{ won?: number; projected?: number; high?: number }>;

const looked = ({ won = 0, projected = won, high = projected }: Figures): SeeLanding => ({
  ...{ scope: 'rep', scopeId: 'ann', period: '2017-Q1', days: { from: '2017-01-01', to: '2017-04-01' } },
  ...{ quota: usd(QUOTA), won: usd(won), projected: usd(projected), high, margin: MARGIN, reasons: [] },
  told: ['ann', 'mia'],
});

/** Figures that are clear of every line. */
const CLEAR: Readonly<Record<LandingState, Figures>> = {
  met: { won: QUOTA },
  onTrack: { projected: 1_200 },
  atRisk: { projected: 900, high: 1_100 },
  willMiss: { projected: 500, high: 600 },
};
const seen = (to: LandingState): SeeLanding => looked(CLEAR[to]);

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
  expect(seeLanding(seen('met'), after(seen('atRisk')))).toMatchObject([{ data: { from: 'atRisk', to: 'met' } }]);
});

it('is none when only the figures change', () => {
  expect(seeLanding(looked({ won: 50, projected: 910, high: 1_090 }), after(seen('atRisk')))).toEqual([]);
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
      expect(after(...all.flatMap((state) => [seen(state), seen(state)]))?.changes).toBe(changes);
    }),
  );
});

const figures = fc
  .record({ won: fc.nat(1_100), more: fc.nat(600), range: fc.nat(400) })
  .map(({ won, more, range }) => ({ won, projected: won + more, high: won + more + range }));

it('is told once while what is expected wobbles around the quota by less than the margin', () => {
  // On either side of a line: short of it by the margin at most, and not beyond it by as much.
  const near = fc.integer({ min: QUOTA - MARGIN, max: QUOTA + MARGIN - 1 });
  const ofProjected = near.map((projected) => ({ projected, high: projected + 300 }));
  const ofHigh = near.map((high) => ({ projected: 600, high }));
  fc.assert(
    fc.property(fc.oneof(fc.array(ofProjected, { minLength: 1 }), fc.array(ofHigh, { minLength: 1 })), (all) => {
      expect(after(...all.map(looked))?.changes).toBe(1);
    }),
  );
});

it('is told at once when what is won reaches the quota, and when it does not any more', () => {
  fc.assert(
    fc.property(fc.array(figures), figures, (before, now) => {
      expect(after(...[...before, now].map(looked))?.to === 'met').toBe(now.won >= QUOTA);
    }),
  );
});

it('is told at once when it is clear of the lines, whatever was told before', () => {
  const isClear = (figure: number) => figure < QUOTA - MARGIN || figure >= QUOTA + MARGIN;
  const clear = figures.filter(({ projected, high }) => isClear(projected) && isClear(high));
  fc.assert(
    fc.property(fc.array(figures), clear, (before, now) => {
      expect(after(...[...before, now].map(looked))?.to).toBe(landingState({ quota: QUOTA, ...now }));
    }),
  );
});

it('has no margin once the period is over: a quota that is missed by little is missed', () => {
  expect([marginOf(1_050, 2, false), marginOf(1_050, 2, true)]).toEqual([21, 0]);
  const little = { ...looked({ won: 995 }), margin: 0 };
  expect(seeLanding(little, after(seen('onTrack')))).toMatchObject([{ data: { from: 'onTrack', to: 'willMiss' } }]);
});

it('crosses the quota only when it is clear of it, so that it turns back only after twice the margin', () => {
  const isAbove = (state: LandingState) => state === 'onTrack' || state === 'met';
  fc.assert(
    fc.property(fc.array(figures, { minLength: 2 }), (all) => {
      const watches = all.map((_, place) => after(...all.slice(0, place + 1).map(looked)));
      for (const [place, { won, projected }] of all.entries()) {
        const [was, now] = [watches[place - 1]?.to, watches[place]?.to];
        if (was === undefined || now === undefined || isAbove(was) === isAbove(now)) continue;
        expect(isAbove(now) ? projected >= QUOTA + MARGIN || won >= QUOTA : projected < QUOTA - MARGIN).toBe(true);
      }
    }),
  );
});
