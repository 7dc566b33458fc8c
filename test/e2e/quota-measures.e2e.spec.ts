import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

let api: RunningApi;

const PERIOD = '2020-Q2';
const EARLY = '2020-01-01T00:00:00Z';
const END = '2020-07-01T00:00:00Z';

const win = async (id: string, ownerId: string, day: string) => {
  await openDeal(api, id, { ownerId, amount: usd(100_000), occurredAt: `${day}T08:00:00Z` });
  done(await api.post(`/api/deals/${id}/win`, { signedOn: day, occurredAt: `${day}T12:00:00Z` }));
};

const quota = (body: object) => api.post('/api/quotas', { period: PERIOD, occurredAt: EARLY, ...body });
const read = async (path: string) =>
  done(await api.get(`${path}${path.includes('?') ? '&' : '?'}after=${await api.head()}`)).body;

/** Ann wins two deals in the quarter, one of them with Bob, who wins one more; she calls three times, he once. */
beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  done(await quota({ repId: 'ann', measure: 'deals', target: 4 }));
  done(await quota({ repId: 'ann', measure: 'activities', target: 10 }));
  done(await quota({ repId: 'ann', amount: usd(400_000) }));
  done(await quota({ repId: 'bob', measure: 'deals', target: 1 }));
  await win('alone', 'ann', '2020-04-10');
  await openDeal(api, 'together', { ownerId: 'ann', amount: usd(100_000), occurredAt: '2020-05-01T08:00:00Z' });
  const shares = [
    { repId: 'ann', basisPoints: 5_000 },
    { repId: 'bob', basisPoints: 5_000 },
  ];
  done(await api.post('/api/deals/together/split', { shares, occurredAt: '2020-05-02T08:00:00Z' }));
  done(await api.post('/api/deals/together/win', { signedOn: '2020-05-20', occurredAt: '2020-05-20T12:00:00Z' }));
  await win('bobs', 'bob', '2020-06-10');
  for (const [repId, day] of [
    ['ann', '2020-04-01'],
    ['ann', '2020-05-01'],
    ['ann', '2020-06-01'],
    ['bob', '2020-06-02'],
  ]) {
    done(await api.post('/api/activities/calls', { repId, customerId: 'acme', occurredAt: `${day}T10:00:00Z` }));
  }
});

afterAll(() => api.stop());

describe('a quota of deals or of activities', () => {
  it('is reached by deals won and activities done, live in the performance of a rep', async () => {
    const { attainments, quota: ofAmount } = await read(`/api/reps/ann/performance?period=${PERIOD}&asOf=${END}`);
    const all = { planned: 4, ahead: -2 };
    expect(attainments).toEqual([
      {
        ...{ measure: 'amount', quota: usd(400_000), reached: usd(150_000), attainment: 0.375 },
        pace: { planned: usd(400_000), ahead: usd(-250_000) },
      },
      { measure: 'deals', quota: 4, reached: 2, attainment: 0.5, pace: all },
      { measure: 'activities', quota: 10, reached: 3, attainment: 0.3, pace: { planned: 10, ahead: -7 } },
    ]);
    expect(ofAmount).toEqual(usd(400_000));
    expect(await read(`/api/reps/ann/attainment?period=${PERIOD}&asOf=${END}`)).toMatchObject({ attainments });
    expect(await read('/api/reps/ann/performance?period=2020-Q3')).not.toHaveProperty('attainments');
  });

  it('is that of its reps for a team without one, for which a deal that two share is one', async () => {
    const attainmentOf = async () =>
      (await read(`/api/teams/north/attainment?period=${PERIOD}&asOf=${END}`)).attainments;
    expect((await attainmentOf()).map(({ measure, quota: of, reached }: never) => [measure, of, reached])).toEqual([
      ['amount', usd(400_000), usd(300_000)],
      ['deals', 5, 3],
      ['activities', 10, 4],
    ]);
    done(await quota({ teamId: 'north', measure: 'deals', target: 6 }));
    expect((await attainmentOf())[1]).toEqual({
      ...{ measure: 'deals', quota: 6, reached: 3, attainment: 0.5, pace: { planned: 6, ahead: -3 } },
    });
  });

  it('is as it was, and as it was known, at any instant', async () => {
    const before = await read('/api/quotas?repId=ann&measure=deals');
    done(await quota({ repId: 'ann', measure: 'deals', target: 8, occurredAt: '2020-06-01T00:00:00Z' }));
    const targetAt = async (at: string) => {
      const { attainments } = await read(`/api/reps/ann/attainment?period=${PERIOD}&${at}`);
      return attainments.find(({ measure }: { measure: string }) => measure === 'deals')?.quota;
    };
    expect(await targetAt(`asOf=${END}`)).toBe(8);
    expect(await targetAt('asOf=2020-05-01T00:00:00Z')).toBe(4);
    expect(await targetAt(`asOf=${END}&knownAt=${before.knownAt}`)).toBe(4);
    expect(await targetAt('asOf=2019-12-31T00:00:00Z')).toBeUndefined();
  });

  it('ranks by attainment of its measure, with the badge of who has reached it', async () => {
    const { rows } = await read(`/api/leaderboards/attainment?period=${PERIOD}&measure=deals&asOf=${END}`);
    expect(rows.map(({ repId, value, badges }: never) => [repId, value, badges])).toEqual([
      ['bob', 2, ['goalReached']],
      ['ann', 0.25, []],
    ]);
    const active = await read(`/api/leaderboards/attainment?period=${PERIOD}&measure=activities&asOf=${END}`);
    expect(active.rows.map(({ repId, value }: never) => [repId, value])).toEqual([['ann', 0.3]]);
    expect((await api.get(`/api/leaderboards/wonDeals?period=${PERIOD}&measure=deals`)).status).toBe(400);
  });

  it('tells where it will land, in deals', async () => {
    await openDeal(api, 'open', { ownerId: 'ann', expectedCloseOn: '2020-06-29', occurredAt: '2020-06-05T08:00:00Z' });
    const landing = await read(`/api/reps/ann/deal-landing?period=${PERIOD}&asOf=2020-06-15T00:00:00Z`);
    const { won, quota: of, attainment, gap, projected, expectedFromOpen, expectedNewBusiness } = landing;
    expect([won, of, attainment]).toEqual([2, 8, 0.25]);
    expect(projected).toBeCloseTo(won + expectedFromOpen + expectedNewBusiness, 1);
    expect(gap).toBeCloseTo(of - projected, 5);
    expect(landing.state).toBe('willMiss');
    expect(landing.dealsNeeded).toBe(Math.ceil(gap));
    expect(landing.pace.planned).toBeCloseTo((8 * 75) / 91, 2);
    expect((await read(`/api/teams/north/deal-landing?period=${PERIOD}&asOf=${END}`)).won).toBe(3);
  });

  it('of a team is spread by season and cascaded to whole numbers that add up', async () => {
    const plan = await read(
      `/api/teams/north/quota-plan?period=2021&by=quarter&measure=deals&target=7&members=won&asOf=${END}`,
    );
    expect(plan).toMatchObject({ measure: 'deals', target: 7, parts: [{}, { season: 3, target: 7 }, {}, {}] });
    expect(plan.parts[1].members).toEqual([
      { repId: 'ann', target: 4 },
      { repId: 'bob', target: 3 },
    ]);
    const calls = await read(
      `/api/teams/north/quota-plan?period=2021-Q2&measure=activities&target=10&members=won&asOf=${END}`,
    );
    expect(calls.parts.map(({ season, target }: never) => [season, target])).toEqual([
      [1, 3],
      [1, 2],
      [2, 5],
    ]);
  });

  it('is refused with an amount, without a number, or of what nobody counts', async () => {
    const faults = async (body: object) =>
      (await quota({ repId: 'ann', ...body })).body.errors.map(({ path }: { path: string }) => path);
    expect(await faults({ measure: 'deals', amount: usd(1) })).toEqual(['amount']);
    expect(await faults({ measure: 'activities' })).toEqual(['target']);
    expect(await faults({ target: 3 })).toEqual(['target']);
    expect(await faults({})).toEqual(['amount']);
    expect(await faults({ measure: 'deals', target: 1.5 })).toEqual(['target']);
    expect(await faults({ measure: 'hugs', target: 1 })).toEqual(['measure']);
    const plan = async (query: string) =>
      (await api.get(`/api/teams/north/quota-plan?period=2021&${query}`)).body.errors.map(
        ({ path }: { path: string }) => path,
      );
    expect(await plan('measure=deals&amount=1')).toEqual(['amount']);
    expect(await plan('measure=deals')).toEqual(['target']);
    expect(await plan('')).toEqual(['amount']);
  });
});
