import { afterAll, describe, expect, it } from 'vitest';
import { done, startApi } from '../e2e/running-api.js';
import { furnish, openDeal, usd } from '../e2e/sales-floor.js';

const api = await startApi();
await furnish(api);
afterAll(() => api.stop());

const at = (day: string): string => `${day}T09:00:00.000Z`;
const read = async (path: string) => {
  const { status, body } = await api.get(`${path}${path.includes('?') ? '&' : '?'}after=${await api.head()}`);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};
const now = (): string => new Date().toISOString();
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

// The story of docs/guides/time-travel.md: a deal of 2020 is won in March for 100,000, as everybody knew. Then it turns
// out that 90,000 had been agreed on from 10 February on.
await openDeal(api, 'big', { occurredAt: at('2020-01-10'), amount: usd(8_000_000) });
done(await api.post('/api/deals/big/advance', { to: 'offer', requires: { budget: 1 }, occurredAt: at('2020-02-01') }));
done(await api.post('/api/deals/big/amount', { amount: usd(10_000_000), occurredAt: at('2020-02-05') }));
done(await api.post('/api/deals/big/win', { occurredAt: at('2020-03-10') }));
await pause();
const believed = now();
await pause();
const correction = {
  effectiveAt: '2020-02-10T09:00:00Z',
  changes: { amount: usd(9_000_000) },
  reason: 'The signed contract says 90,000',
};
const corrected = done(await api.post('/api/deals/big/correct', correction)).body;

describe('a correction', () => {
  it('changes what was true from its instant on, and nothing before that', async () => {
    const amounts = [];
    for (const day of ['2020-01-15', '2020-02-09', '2020-02-10', '2020-03-10']) {
      amounts.push((await read(`/api/deals/big?asOf=${at(day)}`)).amount.amount);
    }
    expect(amounts).toEqual([8_000_000, 10_000_000, 9_000_000, 9_000_000]);
    expect((await read('/api/deals/big')).amount).toEqual(usd(9_000_000));
  });

  it('leaves what was known before it was recorded', async () => {
    const amount = async (asOf: string) =>
      (await read(`/api/deals/big?asOf=${asOf}&knownAt=${believed}`)).amount.amount;
    expect([await amount(at('2020-02-10')), await amount(believed)]).toEqual([10_000_000, 10_000_000]);
  });

  it('is in every figure', async () => {
    const figures = async (query: string) => {
      const performance = await read(`/api/reps/ann/performance?period=2020-Q1&${query}`);
      const { rows } = await read(`/api/forecasts?by=quarter&from=2020-Q1&to=2020-Q1&${query}`);
      const board = await read(`/api/pipelines/standard?asOf=${at('2020-02-20')}&${query}`);
      return [performance.wonAmount.amount, rows[0].closed.amount, board.total.amount.amount];
    };
    expect(await figures(`knownAt=${believed}`)).toEqual([10_000_000, 10_000_000, 10_000_000]);
    expect(await figures(`knownAt=${now()}`)).toEqual([9_000_000, 9_000_000, 9_000_000]);
  });

  it('shows in the history of the deal on both axes', async () => {
    const { items } = await read('/api/deals/big/history');
    const known = (isCurrent: boolean) =>
      items
        .filter((span: { knownTo: string | null }) => (span.knownTo === null) === isCurrent)
        .map((span: { validFrom: string; amount: { amount: number }; status: string; revision: string }) => [
          ...[span.validFrom.slice(0, 10), span.amount.amount, span.status, span.revision],
        ]);
    expect(known(true)).toEqual([
      ['2020-01-10', 8_000_000, 'Open', '0'],
      ['2020-02-01', 8_000_000, 'Open', '1'],
      ['2020-02-05', 10_000_000, 'Open', '2'],
      ['2020-02-10', 9_000_000, 'Open', '4'],
      ['2020-03-10', 9_000_000, 'Won', '3'],
    ]);
    const superseded = known(false);
    expect(superseded).toContainEqual(['2020-02-05', 10_000_000, 'Open', '2']);
    expect(superseded).toContainEqual(['2020-03-10', 10_000_000, 'Won', '3']);
  });

  it('gives the deal a new revision, which If-Match asks for', async () => {
    expect([corrected.revision, (await read('/api/deals/big')).revision]).toEqual(['4', '4']);
  });

  it('is told in the timeline of the customer, and listed in the audit', async () => {
    const [latest] = (await read('/api/customers/acme/timeline')).items;
    expect(latest.text).toBe(
      'Deal “big” corrected as of 2020-02-10 09:00 UTC, amount $90,000.00 instead of $100,000.00: The signed contract says 90,000',
    );
    const { items } = await read('/api/audit?type=deal-corrected.v1');
    expect(
      items.map(({ position, data }: { position: string; data: { reason: string } }) => [position, data.reason]),
    ).toEqual([[corrected.position, correction.reason]]);
  });

  it('takes effect once: the same again appends nothing', async () => {
    const again = done(await api.post('/api/deals/big/correct', correction)).body;
    expect([again.revision, again.position]).toEqual([corrected.revision, corrected.position]);
  });
});
