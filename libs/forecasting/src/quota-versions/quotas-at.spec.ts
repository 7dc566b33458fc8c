import { describe, expect, it } from 'vitest';
import { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { rangeOf } from '#kernel/calendar-periods.js';
import { ExchangeRates } from '#kernel/exchange-rates.js';
import { type FiscalCalendar, gregorian } from '#kernel/fiscal-calendar.js';
import { type Period, parsePeriod } from '#kernel/period.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import { companyQuota, quotasByDays, teamQuota } from './quotas-at.js';

const dollars = new CompanyMoney(new ExchangeRates('USD', new Map()), 'UTC', '2017-01-01');
const JANUARY = gregorian(1);
const JULY = gregorian(7);
const period = (text: string) => parsePeriod(text) as Period;

/** Quotas written `rep ann 2017-03`: amount, set by the calendar. */
const quotas = (set: Readonly<Record<string, number>>, calendar: FiscalCalendar = JULY) =>
  quotasByDays(
    Object.entries(set).map(([text, amount]) => {
      const [scope, scopeId = '', of = ''] = text.split(' ');
      const days = rangeOf(period(of), calendar);
      return {
        scope: scope as 'rep' | 'team',
        scopeId,
        period: of,
        days,
        measure: 'amount',
        amount: { amount, currency: 'USD' },
      };
    }),
    JANUARY,
    dollars,
  ).amount;

const organisation = {
  teams: new Map([
    ['north', { teamId: 'north', name: 'North', parentId: null }],
    ['far-north', { teamId: 'far-north', name: 'Far North', parentId: 'north' }],
    ['south', { teamId: 'south', name: 'South', parentId: null }],
  ]),
  reps: new Map(
    [
      ['ann', 'north'],
      ['bob', 'far-north'],
      ['cid', 'south'],
      ['dan', 'disbanded'],
    ].map(([repId, teamId]) => [repId, { repId, teamId }]),
  ),
} as unknown as Organisation;

const ann = { scope: 'rep', scopeId: 'ann' } as const;

describe('the quota of a period', () => {
  it('is the one set for exactly this period', () => {
    const set = quotas({ 'rep ann 2018': 100, 'rep ann 2018-Q1': 30, 'rep ann 2017-07': 7 });
    expect(set.in(period('2018'), JULY)(ann)).toBe(100);
    expect(set.in(period('2018-Q1'), JULY)(ann)).toBe(30);
  });

  it('is or else the sum of its parts, by the fiscal calendar', () => {
    const set = quotas({ 'rep ann 2018-Q1': 30, 'rep ann 2017-10': 7, 'rep ann 2017-12': 8, 'rep ann 2018-07': 1 });
    expect(set.in(period('2018-Q2'), JULY)(ann)).toBe(15);
    expect(set.in(period('2018'), JULY)(ann)).toBe(45);
  });

  it('is one for each measure', () => {
    const days = rangeOf(period('2018-Q1'), JULY);
    const of = { ...ann, period: '2018-Q1', days };
    const sets = [
      { ...of, measure: 'amount', amount: { amount: 30, currency: 'USD' } },
      { ...of, measure: 'deals', target: 4 },
    ] as const;
    const { amount, deals, activities } = quotasByDays(sets, JANUARY, dollars);
    expect([amount, deals, activities].map((quotas) => quotas.in(period('2018-Q1'), JULY)(ann))).toEqual([
      ...[30, 4, null],
    ]);
  });

  it('is never a part of a longer one', () => {
    expect(quotas({ 'rep ann 2018': 100 }).in(period('2018-Q1'), JULY)(ann)).toBeNull();
  });
});

describe('a quota under another calendar', () => {
  const set = quotas({ 'rep ann 2018-Q1': 30, 'rep ann 2018': 100, 'rep ann 2018-Q2': 20, 'rep ann 2017-07': 7 }, JULY);

  it('is that of the period with its days, whatever it is called', () => {
    expect(set.in(period('2017-Q3'), JANUARY)(ann)).toBe(30);
    expect(set.in(period('2017-Q4'), JANUARY)(ann)).toBe(20);
    expect(set.in(period('2017-07'), JANUARY)(ann)).toBe(7);
    expect(set.in(period('2017'), JANUARY)(ann)).toBe(50);
  });

  it('is of no period when none has its days, until the calendar is changed back', () => {
    expect(set.in(period('2018'), JANUARY)(ann)).toBeNull();
    const weeks = { kind: '4-4-5', yearEnd: { rule: 'last', weekday: 'saturday', month: 6 } } as const;
    expect(set.in(period('2018'), weeks)(ann)).toBeNull();
    expect(set.in(period('2018'), JULY)(ann)).toBe(100);
  });

  it('that was set when only the settings told the calendar is for the days that they tell', () => {
    const amount = { amount: 30, currency: 'USD' };
    const quota = { ...ann, period: '2018-Q1', days: null, measure: 'amount', amount } as const;
    const before = quotasByDays([quota], JULY, dollars).amount;
    expect(before.in(period('2018-Q1'), JULY)(ann)).toBe(30);
    expect(before.in(period('2017-Q3'), JANUARY)(ann)).toBe(30);
  });
});

describe('the quota of a team', () => {
  it('is its own, or else that of its reps without the teams below', () => {
    const ofReps = { 'rep ann 2017-03': 10, 'rep bob 2017-03': 20 };
    const march = period('2017-03');
    expect(teamQuota(quotas(ofReps).in(march, JANUARY), organisation, 'north')).toBe(10);
    expect(teamQuota(quotas({ ...ofReps, 'team north 2017-03': 50 }).in(march, JANUARY), organisation, 'north')).toBe(
      50,
    );
    expect(teamQuota(quotas(ofReps).in(march, JANUARY), organisation, 'south')).toBeNull();
  });
});

describe('the quota of the company', () => {
  it('takes each team at the top with its own quota, or else with those of all reps in it and below', () => {
    const set = quotas({
      'rep ann 2017-03': 10,
      'rep bob 2017-03': 20,
      'rep cid 2017-03': 1,
      'rep dan 2017-03': 5,
      'team south 2017-03': 100,
      'team far-north 2017-03': 1_000,
    });
    expect(companyQuota(set.in(period('2017-03'), JANUARY), organisation)).toBe(10 + 20 + 100 + 5);
    expect(companyQuota(set.in(period('2017-04'), JANUARY), organisation)).toBeNull();
  });
});
