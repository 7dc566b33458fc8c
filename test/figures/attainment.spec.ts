import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { AttainmentHandler, AttainmentQuery } from '#forecasting/attainment/attainment.query.js';
import { DealLandingHandler, DealLandingQuery } from '#forecasting/deal-landing/deal-landing.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import { LandingsHandler, LandingsQuery } from '#forecasting/landing/landing.query.js';
import { LeaderboardHandler, LeaderboardQuery } from '#forecasting/leaderboard/leaderboard.query.js';
import { RepPerformanceHandler, RepPerformanceQuery } from '#forecasting/rep-performance/rep-performance.query.js';
import type { ReadAt } from '#http/read-at.js';
import { type Period, parsePeriod } from '#kernel/period.js';
import { correctedHistories, type Fact, histories, START } from './generated-history.js';
import { type At, creditsOf, ofKind, plainPerformance, recordsAt } from './plain-figures.js';
import { withStore } from './projected.js';

// Fiscal years begin in July here, and the plain figures know these periods only.

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
const HOUR = 3_600_000;
const REPS = ['ann', 'bob', 'cid'];
const NORTH = ['ann', 'bob'];
const MONTHS = ['2017-01', '2017-02', '2017-03', '2017-04', '2017-05'];
const PARTS: Readonly<Record<string, readonly string[]>> = { '2017-Q3': MONTHS.slice(0, 3) };
const MEASURES = ['amount', 'deals', 'activities'] as const;
type Measure = (typeof MEASURES)[number];

const readAt = ({ asOf, knownAt }: At): ReadAt => ({
  asOf: new Date(asOf).toISOString(),
  knownAt: new Date(knownAt).toISOString(),
  latest: false,
});

const instants = fc
  .record({ asOf: fc.nat(4_500), knownAt: fc.nat(4_500) })
  .map(({ asOf, knownAt }): At => ({ asOf: START + asOf * HOUR, knownAt: START + knownAt * HOUR }));

/** Quotas of any measure, of reps and of a team, some of them set in arrears. */
const quotaFacts = fc.array(
  fc
    .record({
      holder: fc.constantFrom(['rep', 'ann'], ['rep', 'bob'], ['rep', 'cid'], ['team', 'north']),
      period: fc.constantFrom(...MONTHS, '2017-Q3'),
      measure: fc.constantFrom(...MEASURES),
      size: fc.nat(6),
      at: fc.nat(3_000),
      late: fc.oneof(fc.constant(0), fc.nat(1_500)),
    })
    .map(({ holder: [scope = '', scopeId = ''], period, measure, size, at, late }): Fact => {
      const target = { scope, scopeId, period, days: null, from: null };
      const isAmount = measure === 'amount';
      const goal = isAmount ? { amount: { amount: size * 10_000, currency: 'USD' } } : { measure, target: size };
      const id = `${isAmount ? '' : `${measure}~`}${scope}~${scopeId}~${period}`;
      const recordedAt = START + (at + late) * HOUR;
      const data = { ...target, ...goal };
      const type = isAmount ? 'QuotaSet' : 'CountQuotaSet';
      return { stream: `quota-${id}`, type, data, at: START + at * HOUR, recordedAt };
    }),
  { maxLength: 25 },
);

/** As the log would have them: recorded one after the other, and no fact of a quota before the one recorded last. */
const inOrder = (facts: readonly Fact[]): readonly Fact[] => {
  const latest = new Map<string, number>();
  return facts
    .toSorted((a, b) => a.recordedAt - b.recordedAt)
    .filter(({ stream, at }) => {
      const isLater = !stream.startsWith('quota-') || at >= (latest.get(stream) ?? 0);
      if (isLater) latest.set(stream, at);
      return isLater;
    });
};

/** The quota that was set for the period, or else the sum of those of its months; null: none. */
const plainQuota = (
  records: ReturnType<typeof recordsAt>,
  measure: Measure,
  holder: string,
  period: string,
): number | null => {
  const record = records.get(`quota-${measure === 'amount' ? '' : `${measure}~`}${holder}~${period}`);
  if (record !== undefined) return measure === 'amount' ? record.amount.amount : record.target;
  return sumOfSet((PARTS[period] ?? []).map((part) => plainQuota(records, measure, holder, part)));
};

const sumOfSet = (values: readonly (number | null)[]): number | null => {
  const set = values.filter((value) => value !== null);
  return set.length === 0 ? null : set.reduce((sum, value) => sum + value, 0);
};

const plainReached = (facts: readonly Fact[], at: At, members: readonly string[], period: string) => {
  const each = members.map((repId) => plainPerformance(facts, at, repId, period));
  const sum = (of: (one: (typeof each)[number]) => number) => each.reduce((total, one) => total + of(one), 0);
  const days = new Set([period, ...(PARTS[period] ?? [])]);
  const won = ofKind(recordsAt(facts, at), 'deal').filter(
    (deal) =>
      deal.status === 'Won' &&
      days.has(deal.signedOn.slice(0, 7)) &&
      creditsOf(deal).some(({ ownerId }) => members.includes(ownerId ?? '')),
  );
  return {
    amount: sum(({ wonAmount }) => wonAmount),
    deals: won.length,
    activities: sum(({ activities }) => Object.values(activities).reduce((total, count) => total + count, 0)),
  };
};

type Attained = Readonly<{ measure: Measure; quota: number; reached: number; attainment: number | null }>;

const plainAttained = (
  facts: readonly Fact[],
  at: At,
  members: readonly string[],
  period: string,
  quotaOf: (measure: Measure) => number | null,
): readonly Attained[] => {
  const reached = plainReached(facts, at, members, period);
  return MEASURES.flatMap((measure): readonly Attained[] => {
    const quota = quotaOf(measure);
    if (quota === null) return [];
    return [{ measure, quota, reached: reached[measure], attainment: quota === 0 ? null : reached[measure] / quota }];
  });
};

const bare = (value: number | Readonly<{ amount: number }>): number =>
  typeof value === 'number' ? value : value.amount;

const period = fc.constantFrom(...MONTHS, '2017-Q3');

it('attainment of each measure equals plain arithmetic over the log, at any pair of instants', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(correctedHistories, quotaFacts, instants, period, async (history, quotas, at, name) => {
      const facts = inOrder([...history, ...quotas]);
      await withStore(facts, async (store, readModels) => {
        const figures = new DealFigures(store, readModels, settings);
        const handler = new AttainmentHandler(readModels, figures, settings);
        const performances = new RepPerformanceHandler(readModels, figures, store, settings);
        const boards = new LeaderboardHandler(readModels, figures, settings);
        const asked = parsePeriod(name) as Period;
        const records = recordsAt(facts, at);
        const ofRep = (repId: string) =>
          plainAttained(facts, at, [repId], name, (measure) => plainQuota(records, measure, `rep~${repId}`, name));
        const shown = async (scope: 'rep' | 'team', scopeId: string) => {
          const { attainments } = await handler.execute(new AttainmentQuery({ scope, scopeId }, asked, readAt(at)));
          return attainments.map(({ measure, quota, reached, attainment, pace }) => {
            expect(bare(pace.planned) + bare(pace.ahead)).toBeCloseTo(bare(reached), 5);
            return { measure, quota: bare(quota), reached: bare(reached), attainment };
          });
        };
        const there = REPS.filter((repId) => records.has(`rep-${repId}`));
        for (const repId of there) {
          expect(await shown('rep', repId)).toEqual(ofRep(repId));
          const performance = await performances.execute(new RepPerformanceQuery(repId, asked, readAt(at)));
          expect((performance.attainments ?? []).map(({ quota }) => bare(quota))).toEqual(
            ofRep(repId).map(({ quota }) => quota),
          );
        }
        if (records.has('team-north')) {
          const members = NORTH.filter((repId) => there.includes(repId));
          const quotaOfTeam = (measure: Measure) =>
            plainQuota(records, measure, 'team~north', name) ??
            sumOfSet(members.map((repId) => plainQuota(records, measure, `rep~${repId}`, name)));
          expect(await shown('team', 'north')).toEqual(plainAttained(facts, at, members, name, quotaOfTeam));
        }
        for (const measure of MEASURES) {
          const query = new LeaderboardQuery('attainment', asked, null, readAt(at), false, measure);
          const { rows } = await boards.execute(query);
          const expected = there.flatMap((repId) =>
            ofRep(repId).flatMap((own) => (own.measure === measure && own.quota > 0 ? [[repId, own.attainment]] : [])),
          );
          expect(new Map(rows.map(({ repId, value }) => [repId, value]))).toEqual(new Map(expected as never));
        }
      });
    }),
    { numRuns: 60 },
  );
});

it('a landing in deals starts from the deals won, and has their quota', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(correctedHistories, quotaFacts, instants, period, async (history, quotas, at, name) => {
      const facts = inOrder([...history, ...quotas]);
      await withStore(facts, async (store, readModels) => {
        const handler = new DealLandingHandler(readModels, new DealFigures(store, readModels, settings), settings);
        const records = recordsAt(facts, at);
        const there = NORTH.filter((repId) => records.has(`rep-${repId}`));
        if (!records.has('team-north') || there.length === 0) return;
        const query = new DealLandingQuery(
          { scope: 'team', scopeId: 'north' },
          parsePeriod(name) as Period,
          readAt(at),
        );
        const { won, quota = null, low, projected, high, gap, state } = await handler.execute(query);
        expect(won).toBe(plainReached(facts, at, there, name).deals);
        expect(quota).toBe(
          plainQuota(records, 'deals', 'team~north', name) ??
            sumOfSet(there.map((repId) => plainQuota(records, 'deals', `rep~${repId}`, name))),
        );
        expect([won, low, projected, high]).toEqual([won, low, projected, high].toSorted((a, b) => a - b));
        expect(gap).toBe(quota === null ? undefined : Math.max(0, Math.round((quota - projected) * 100) / 100));
        expect(state === 'met').toBe(quota !== null && won >= quota);
      });
    }),
    { numRuns: 40 },
  );
});

it('quotas of deals and activities change no figure of amounts', { timeout: 120_000 }, async () => {
  const ofAmounts = ({ type }: Fact) => type !== 'CountQuotaSet';
  await fc.assert(
    fc.asyncProperty(histories, quotaFacts, instants, period, async (history, quotas, at, name) => {
      const facts = inOrder([...history, ...quotas]);
      const told = async (some: readonly Fact[]): Promise<unknown> => {
        let answers: unknown = null;
        await withStore(some, async (store, readModels) => {
          const figures = new DealFigures(store, readModels, settings);
          const forecasts = new ForecastHandler(readModels, figures, settings);
          const landings = new LandingsHandler(readModels, figures, settings);
          const rows = [];
          for (const group of ['none', 'owner', 'team'] as const) {
            const query = new ForecastQuery('quarter', { from: null, to: null }, group, readAt(at));
            rows.push((await forecasts.execute(query)).rows);
          }
          const asked = new LandingsQuery(
            [{ scope: 'team', scopeId: 'north' }],
            parsePeriod(name) as Period,
            readAt(at),
          );
          const landing = await landings.execute(asked).catch((problem: Error) => problem.message);
          answers = [rows, typeof landing === 'string' ? landing : { ...landing, position: null }];
        });
        return answers;
      };
      expect(await told(facts)).toEqual(await told(facts.filter(ofAmounts)));
    }),
    { numRuns: 30 },
  );
});
