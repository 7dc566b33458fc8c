import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { AttainmentHandler, AttainmentQuery } from '#forecasting/attainment/attainment.query.js';
import { ForecastHandler, ForecastQuery } from '#forecasting/forecast/forecast.query.js';
import {
  LeaderboardHandler,
  type LeaderboardKind,
  LeaderboardQuery,
} from '#forecasting/leaderboard/leaderboard.query.js';
import { RepPerformanceHandler, RepPerformanceQuery } from '#forecasting/rep-performance/rep-performance.query.js';
import { type Period, parsePeriod } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import { ReportHandler, ReportQuery } from '#reports/report/report.query.js';
import {
  at,
  cents,
  daysOf,
  groupedBy,
  lost,
  MONTHS,
  major,
  mean,
  openOn,
  PERIODS,
  rate,
  sum,
  TODAY,
  tenths,
  won,
} from './crm-sales-arithmetic.js';
import { factsOf, listPrice, managerOf, type Opportunity, opportunities, organisation } from './crm-sales-facts.js';
import {
  amountQuota,
  dealQuota,
  membersOf,
  QUOTAS,
  REPS,
  TEAMS,
  teamAmountQuota,
  teamDealQuota,
} from './crm-sales-quotas.js';
import { openProjected, type Projected } from './projected.js';

// What 35 people sold of 8,800 real opportunities, against quotas made up for them, and the same by arithmetic over the
// lines of the file.

const byRep = (deals: readonly Opportunity[]) => groupedBy(deals, ({ agent }) => agent);
const byTeam = (deals: readonly Opportunity[]) => groupedBy(deals, ({ agent }) => managerOf.get(agent) ?? '');
const periodOf = (text: string) => parsePeriod(text) as Period;

describe('people of 8,800 real opportunities', { timeout: 120_000 }, () => {
  const settings = readSettings({});
  const now = at(TODAY);
  let projected: Projected;
  let readModels: ReadModels;
  let figures: DealFigures;

  beforeAll(async () => {
    projected = await openProjected([...organisation, ...QUOTAS, ...opportunities.flatMap(factsOf)]);
    readModels = projected.readModels;
    figures = new DealFigures(projected.store, readModels, settings);
  }, 120_000);

  afterAll(() => projected.close());

  it('performed as the file says, each rep in each month and quarter and the year', async () => {
    const handler = new RepPerformanceHandler(readModels, figures, projected.store, settings);
    const open = byRep(openOn(TODAY));
    for (const period of PERIODS) {
      const [wonBy, lostBy] = [byRep(won(period)), byRep(lost(period))];
      for (const rep of REPS) {
        const [ofWon, ofLost, ofOpen] = [wonBy.get(rep) ?? [], lostBy.get(rep) ?? [], open.get(rep) ?? []];
        const amount = major(ofWon) * 100;
        const [quota, deals] = [amountQuota(rep, period), dealQuota(rep, period)];
        const { asOf, knownAt, position, repId, attainments, ...shown } = await handler.execute(
          new RepPerformanceQuery(rep, periodOf(period), now),
        );
        expect(shown).toEqual({
          period,
          ...{ wonDeals: ofWon.length, wonAmount: cents(amount), lostDeals: ofLost.length },
          ...{ winRate: rate(ofWon.length, ofLost.length), averageCycleDays: tenths(mean(daysOf(ofWon))) },
          ...{ openDeals: ofOpen.length, openAmount: cents(sum(ofOpen, listPrice) * 100) },
          weighted: cents(sum(ofOpen, (deal) => listPrice(deal) * (deal.engagedOn === '' ? 25 : 50))),
          ...{ quota: cents(quota), attainment: amount / quota },
          ...{ activities: { calls: 0, emails: 0, meetings: 0, notes: 0, tasks: 0 }, callSeconds: 0 },
        });
        expect(
          attainments?.map(({ measure, quota: of, reached, attainment }) => [measure, of, reached, attainment]),
        ).toEqual([
          ['amount', cents(quota), cents(amount), amount / quota],
          ...(deals === null ? [] : [['deals', deals, ofWon.length, ofWon.length / deals]]),
        ]);
      }
    }
  });

  it('attained what the file says, each manager and rep and all together, in forecasts of months, quarters and the year', async () => {
    const handler = new ForecastHandler(readModels, figures, settings);
    const company = (period: string) => sum(TEAMS, (team) => teamAmountQuota(team, period));
    for (const by of ['month', 'quarter', 'year'] as const) {
      const periods = PERIODS.filter(
        (period) => period.includes('Q') === (by === 'quarter') && (period === '2017') === (by === 'year'),
      );
      const rowsOf = async (group: 'none' | 'owner' | 'team') => {
        const query = new ForecastQuery(by, { from: '2017', to: '2017' }, group, now);
        const { rows } = await handler.execute(query);
        return new Map(
          rows.flatMap((row) => (row.period === null ? [] : [[`${row.period}|${row.group}`, row] as const])),
        );
      };
      const [all, owners, teams] = [await rowsOf('none'), await rowsOf('owner'), await rowsOf('team')];
      expect([all.size, owners.size, teams.size]).toEqual(
        [1, REPS.length, TEAMS.length].map((count) => count * periods.length),
      );
      for (const period of periods) {
        const [ofPeriod, wonBy, wonByTeam] = [won(period), byRep(won(period)), byTeam(won(period))];
        // Nothing that is open has an expected close date, so none of it covers what is left.
        const expected = (deals: readonly Opportunity[], quota: number) => {
          const closed = major(deals) * 100;
          const coverage = quota > closed ? 0 : null;
          return { closed: cents(closed), quota: cents(quota), attainment: closed / quota, coverage };
        };
        expect(all.get(`${period}|null`)).toMatchObject(expected(ofPeriod, company(period)));
        for (const rep of REPS) {
          expect(owners.get(`${period}|${rep}`)).toMatchObject(
            expected(wonBy.get(rep) ?? [], amountQuota(rep, period)),
          );
        }
        for (const team of TEAMS) {
          const whole = expected(wonByTeam.get(team) ?? [], teamAmountQuota(team, period));
          expect(teams.get(`${period}|${team}`)).toMatchObject({ ...whole, withBelow: whole });
        }
      }
    }
  });

  it('reached of amounts and of deals what the file says, each manager in each month and quarter and the year', async () => {
    const handler = new AttainmentHandler(readModels, figures, settings);
    for (const period of PERIODS) {
      const wonByTeam = byTeam(won(period));
      for (const team of TEAMS) {
        const ofWon = wonByTeam.get(team) ?? [];
        const [amount, quota, deals] = [major(ofWon) * 100, teamAmountQuota(team, period), teamDealQuota(team, period)];
        const query = new AttainmentQuery({ scope: 'team', scopeId: team }, periodOf(period), now);
        const { attainments } = await handler.execute(query);
        expect(
          attainments.map(({ measure, quota: of, reached, attainment }) => [measure, of, reached, attainment]),
        ).toEqual([
          ['amount', cents(quota), cents(amount), amount / quota],
          ...(deals === null ? [] : [['deals', deals, ofWon.length, ofWon.length / deals]]),
        ]);
      }
    }
  });

  it('covered their quotas as the file says, in the report of each month and quarter and the year', async () => {
    const handler = new ReportHandler(readModels, figures, settings);
    for (const period of PERIODS) {
      const [wonBy, wonByTeam] = [byRep(won(period)), byTeam(won(period))];
      const values = (deals: readonly Opportunity[], quota: number) => {
        const amount = major(deals) * 100;
        const remaining = Math.max(0, quota - amount);
        return {
          ...{ coverage: remaining === 0 ? null : 0, dueAmount: cents(0), dueDeals: 0 },
          ...{
            remainingQuota: cents(remaining),
            quota: cents(quota),
            wonAmount: cents(amount),
            attainment: amount / quota,
          },
        };
      };
      const rowsOf = async (group: 'owner' | 'team') => {
        const definition = { report: 'coverage', period: periodOf(period), group, filter: {}, compare: [] } as const;
        const { rows, total } = await handler.execute(new ReportQuery(definition, now));
        const all = sum(TEAMS, (team) => teamAmountQuota(team, period));
        expect(total.values).toEqual(values(won(period), all));
        return new Map(rows.map((row) => [row.group, row.values]));
      };
      expect(await rowsOf('owner')).toEqual(
        new Map(REPS.map((rep) => [rep, values(wonBy.get(rep) ?? [], amountQuota(rep, period))])),
      );
      expect(await rowsOf('team')).toEqual(
        new Map(TEAMS.map((team) => [team, values(wonByTeam.get(team) ?? [], teamAmountQuota(team, period))])),
      );
    }
  });

  it('rank as the file says by every board, all and those of each manager, in each month and quarter and the year', async () => {
    const handler = new LeaderboardHandler(readModels, figures, settings);
    for (const period of PERIODS) {
      const [wonBy, lostBy] = [byRep(won(period)), byRep(lost(period))];
      const countOf = (deals: ReadonlyMap<string, readonly Opportunity[]>, rep: string) => deals.get(rep)?.length ?? 0;
      const amountOf = (rep: string) => major(wonBy.get(rep) ?? []) * 100;
      const boards: readonly (readonly [LeaderboardKind, 'amount' | 'deals', (rep: string) => number | null])[] = [
        ['wonAmount', 'amount', (rep) => (countOf(wonBy, rep) === 0 ? null : amountOf(rep))],
        ['wonDeals', 'amount', (rep) => countOf(wonBy, rep) || null],
        ['winRate', 'amount', (rep) => rate(countOf(wonBy, rep), countOf(lostBy, rep))],
        ['activities', 'amount', () => null],
        ['attainment', 'amount', (rep) => amountOf(rep) / amountQuota(rep, period)],
        [
          'attainment',
          'deals',
          (rep) => {
            const quota = dealQuota(rep, period);
            return quota === null ? null : countOf(wonBy, rep) / quota;
          },
        ],
      ];
      for (const [kind, measure, valueFor] of boards) {
        for (const team of [null, ...TEAMS]) {
          const query = new LeaderboardQuery(kind, periodOf(period), team, now, false, measure);
          const { rows } = await handler.execute(query);
          const values = (team === null ? REPS : membersOf(team)).flatMap((rep) => {
            const value = valueFor(rep);
            return value === null ? [] : [{ rep, value }];
          });
          const expected = values
            .toSorted((a, b) => b.value - a.value || (a.rep < b.rep ? -1 : 1))
            .map(({ rep, value }) => {
              const rank = 1 + values.filter((other) => other.value > value).length;
              return { rank, repId: rep, name: rep, value: kind === 'wonAmount' ? cents(value) : value };
            });
          expect(rows).toEqual(expected);
        }
      }
    }
  });

  it('moved in rank since the month before as the file says, and hold the badges of what they did', async () => {
    const handler = new LeaderboardHandler(readModels, figures, settings);
    const amountsIn = (period: string) =>
      new Map([...byRep(won(period))].map(([rep, deals]) => [rep, major(deals) * 100]));
    for (const month of MONTHS.slice(3)) {
      const earlier = MONTHS.slice(0, MONTHS.indexOf(month)).map(amountsIn);
      const [own, before] = [amountsIn(month), earlier.at(-1) ?? new Map<string, number>()];
      const rankIn = (amounts: ReadonlyMap<string, number>, rep: string): number | null => {
        const amount = amounts.get(rep);
        return amount === undefined ? null : 1 + [...amounts.values()].filter((other) => other > amount).length;
      };
      const { rows } = await handler.execute(new LeaderboardQuery('wonAmount', periodOf(month), null, now, true));
      expect(rows.map(({ repId, rank }) => [repId, rank]).sort()).toEqual(
        [...own.keys()].map((rep) => [rep, rankIn(own, rep)]).sort(),
      );
      for (const { repId, rank, movement, badges } of rows) {
        const rankBefore = rankIn(before, repId);
        const amount = own.get(repId) ?? 0;
        const past = earlier.flatMap((amounts) => amounts.get(repId) ?? []);
        expect([movement, badges]).toEqual([
          rankBefore === null ? null : rankBefore - rank,
          [
            ...(amount >= amountQuota(repId, month) ? ['goalReached'] : []),
            ...(past.length > 0 && amount > Math.max(...past) ? ['record'] : []),
          ],
        ]);
      }
    }
  });
});
