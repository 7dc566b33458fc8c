import { describe, expect, it } from 'vitest';
import { ConversionHistory } from './conversion-history.js';
import { FORECAST_METHODS, type ForecastMethod, PeriodForecasts, type Situation } from './forecast-methods.js';
import type { DayRange } from './new-business.js';
import { expectedNewBusiness } from './new-business.js';
import type { ObservedDeal } from './observed-deal.js';

// A period of 30 days, of which 10 have passed.
const TODAY = 110;
const PERIOD = { from: 100, to: 130 };

const open = (more: Partial<ObservedDeal>): ObservedDeal => ({
  dealId: 'd',
  processId: 'p',
  segment: null,
  ownerId: 'ann',
  openedDay: 105,
  visits: [{ stage: 'talk', from: 105, to: null }],
  end: null,
  amount: 1_000,
  credits: [],
  expectedDay: 120,
  category: null,
  ...more,
});

const stages = {
  talk: { probability: 0.3, category: 'pipeline' },
  offer: { probability: 0.6, category: 'bestCase' },
  close: { probability: 0.9, category: 'commit' },
} as const;

const situation = (deals: readonly ObservedDeal[], more: Partial<Situation> = {}): Situation => ({
  today: TODAY,
  since: 0,
  open: deals,
  wins: [{ openedDay: 90, signedDay: 104, amount: 500 }],
  submissions: [],
  history: new ConversionHistory(TODAY),
  configured: (_, stage) => stages[stage as keyof typeof stages] ?? null,
  ...more,
});

const inStage = (stage: string): Pick<ObservedDeal, 'visits'> => ({ visits: [{ stage, from: 105, to: null }] });

const forecastOf = (method: ForecastMethod, seen: Situation, period: DayRange): number | null => {
  const forecasts = new PeriodForecasts(seen, period);
  for (const deal of seen.open) forecasts.add(deal);
  return forecasts.of(method);
};

describe('a forecast of the period under way', () => {
  const deals = [
    open(inStage('talk')),
    open({ ...inStage('offer'), amount: 2_000 }),
    open({ ...inStage('close'), amount: 4_000 }),
    open({ ...inStage('offer'), amount: 8_000, category: 'commit' }),
    open({ ...inStage('close'), amount: 16_000, expectedDay: 140 }),
    open({ ...inStage('close'), amount: 32_000, category: 'omitted' }),
    open({ ...inStage('close'), amount: 64_000, expectedDay: 99 }),
    open({ ...inStage('gone'), amount: 128_000 }),
  ];

  it('weighs what is due by the configured probabilities, beside what is won', () => {
    const due = 1_000 * 0.3 + 2_000 * 0.6 + 4_000 * 0.9 + 8_000 * 0.6 + 64_000 * 0.9;
    expect(forecastOf('stage-weighted', situation(deals), PERIOD)).toBe(500 + due);
  });

  it('takes what is judged Commit, or Best Case too, at its full amount', () => {
    expect(forecastOf('commit', situation(deals), PERIOD)).toBe(500 + 4_000 + 8_000 + 64_000);
    expect(forecastOf('best-case', situation(deals), PERIOD)).toBe(500 + 2_000 + 4_000 + 8_000 + 64_000);
  });

  it('equals the configured weights while nothing was learned', () => {
    const [configured, learned] = (['stage-weighted', 'historical-weighted'] as const).map((method) =>
      forecastOf(method, situation(deals), PERIOD),
    );
    expect(learned).toBe(configured);
  });

  it('is what was won when nothing is open', () => {
    const today = situation([], { since: TODAY });
    const methods = FORECAST_METHODS.filter((method) => method !== 'submission');
    expect(methods.map((method) => forecastOf(method, today, PERIOD))).toEqual(methods.map(() => 500));
  });
});

describe('the submissions of reps', () => {
  it('are what they sum up to for exactly the period, and nothing when nobody has submitted', () => {
    const submissions = [
      { ...PERIOD, amount: 700 },
      { ...PERIOD, amount: 50 },
      { from: 130, to: 160, amount: 9 },
    ];
    expect(forecastOf('submission', situation([], { submissions }), PERIOD)).toBe(750);
    expect(forecastOf('submission', situation([]), PERIOD)).toBeNull();
  });
});

describe('a deal without an expected close date', () => {
  // 20 deals of the stage were won after 15 days, 20 were lost then.
  const history = new ConversionHistory(TODAY);
  for (const kind of ['won', 'lost'] as const) {
    for (let n = 0; n < 20; n += 1) {
      const visits = [{ stage: 'talk', from: 50, to: 65 }];
      history.add(open({ openedDay: 50, visits, end: { kind, day: 65, signedDay: 65 } }));
    }
  }
  const deals = [open({ expectedDay: null })];

  it('counts where history places its winning', () => {
    // 5 days in the stage: it is won 10 days from now, if at all: within this period.
    expect(forecastOf('stage-weighted', situation(deals, { history, wins: [] }), PERIOD)).toBe(300);
    expect(forecastOf('stage-weighted', situation(deals, { history, wins: [] }), { from: 130, to: 160 })).toBe(0);
  });

  it('is won as often as those before it, by the learned methods', () => {
    // (40 × 0.5 + 20 × 0.3) ÷ 60 of 1,000.
    const won = Math.round((1_000 * (40 * 0.5 + 20 * 0.3)) / 60);
    const today = situation(deals, { history, wins: [] });
    expect(forecastOf('historical-weighted', today, PERIOD)).toBe(won);
    expect(forecastOf('historical-conversion', today, PERIOD)).toBe(won);
  });
});

describe('expected new business', () => {
  const win = (openedDay: number, signedDay: number, amount: number) => ({ openedDay, signedDay, amount });

  it('is the mean of what past periods brought from deals opened after the same point of them', () => {
    const wins = [
      win(85, 95, 100), // period 70–100, whose point is day 80
      win(79, 95, 1_000), // was there at that point
      win(55, 65, 40), // period 40–70, whose point is day 50
      win(85, 101, 7_000), // signed in the period under way
    ];
    expect(expectedNewBusiness(wins, PERIOD, TODAY, 45)).toBe((100 + 40) / 2);
  });

  it('knows a period to come by those whose point lay before them', () => {
    // Point: 20 days before its beginning. Period 100–130 is not over; 70–100 had it on day 50.
    expect(expectedNewBusiness([win(60, 90, 90), win(40, 90, 900)], { from: 130, to: 160 }, TODAY, 0)).toBe(90 / 2);
  });

  it('is nothing while no period was seen from that point on', () => {
    expect(expectedNewBusiness([win(85, 95, 100)], PERIOD, TODAY, 81)).toBe(0);
  });
});
