import { afterAll, describe, expect, it } from 'vitest';
import { done, startApi } from './running-api.js';
import { furnish, hire, openDeal, usd } from './sales-floor.js';

const api = await startApi();
await furnish(api);
afterAll(() => api.stop());

const AT = { occurredAt: '2024-01-10T00:00:00Z', expectedCloseOn: '2024-02-15' };
// Nina sells in a team below North, Ann in North itself. Of the four deals one is won, one left out.
done(
  await api.post('/api/teams', { id: 'arctic', name: 'Arctic', parentId: 'north', occurredAt: '2019-01-01T00:00:00Z' }),
);
await hire(api, 'nina', 'arctic');
await openDeal(api, 'talked', { ...AT, amount: usd(33_333) });
await openDeal(api, 'below', { ...AT, amount: usd(70_001), ownerId: 'nina' });
await openDeal(api, 'won', AT);
await openDeal(api, 'omitted', AT);
done(await api.post('/api/deals/won/win', { occurredAt: '2024-02-10T00:00:00Z', signedOn: '2024-02-10' }));
done(await api.post('/api/deals/omitted/category', { forecastCategory: 'omitted' }));

type Deal = Readonly<{ dealId: string; amount: Readonly<{ amount: number }>; probability: number }>;

const dealsOf = async (query: string): Promise<readonly Deal[]> => {
  const { status, body } = await api.get(`/api/forecasts/2024-02/deals?${query}&after=${await api.head()}`);
  expect(status).toBe(200);
  return body.items;
};
const rowsBy = async (group: string) => {
  const { body } = await api.get(`/api/forecasts?from=2024-02&to=2024-02&group=${group}&after=${await api.head()}`);
  return body.rows.filter(({ period }: { period: string | null }) => period !== null);
};

describe('the deals behind a figure of the forecast', () => {
  it('of the weighted column are the open ones, whose amounts times probability are the column', async () => {
    const deals = await dealsOf('column=weighted');
    expect(deals.map(({ dealId }) => dealId)).toEqual(['below', 'talked']);
    const [all] = await rowsBy('none');
    const sum = deals.reduce((total, { amount, probability }) => total + amount.amount * probability, 0);
    expect([all.weighted.amount, Math.round(sum)]).toEqual([20_667, 20_667]);
  });

  it('of a row of one team are those of exactly this team, where team has those below too', async () => {
    const rows = await rowsBy('team');
    for (const { group, closed, pipeline } of rows) {
      for (const [column, figure] of Object.entries({ closed, pipeline })) {
        const deals = await dealsOf(`column=${column}&onlyTeam=${group}`);
        expect(deals.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(figure.amount);
      }
    }
    expect(rows.map(({ group }: { group: string }) => group)).toEqual(['arctic', 'north']);
    expect((await dealsOf('team=north')).map(({ dealId }) => dealId)).toEqual(['won', 'below', 'talked']);
    expect((await dealsOf('onlyTeam=north')).map(({ dealId }) => dealId)).toEqual(['won', 'talked']);
  });

  it('of a row without a group are those that are in none of it', async () => {
    const { body } = await api.get('/api/forecasts?from=2024-02&to=2024-02&group=product&second=region');
    for (const { group, second, closed, pipeline } of body.rows) {
      expect([group, second]).toEqual([null, null]);
      for (const [column, figure] of Object.entries({ closed, pipeline })) {
        const deals = await dealsOf(`column=${column}&ungrouped=product&secondUngrouped=region`);
        expect(deals.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(figure.amount);
      }
    }
    expect((await dealsOf('ungrouped=product')).map(({ dealId }) => dealId)).toEqual(['won', 'below', 'talked']);
    expect(await dealsOf('ungrouped=team')).toEqual([]);
    expect((await api.get('/api/forecasts/2024-02/deals?ungrouped=none')).status).toBe(400);
  });
});
